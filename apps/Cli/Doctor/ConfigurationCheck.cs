using System.Globalization;
using System.Text.RegularExpressions;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Inspecting;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;

namespace Hongyan.Cli.Doctor;

/// <summary>Whether each value of an account can be what it is meant to be. Says what is wrong with a value, never the value of a secret.</summary>
internal sealed partial class ConfigurationCheck(ConfiguredAccount account)
{
    private const string Name = "configuration";
    private const int LongestToken = 32;

    private static readonly string[] Placeholders = ["changeme", "example", "placeholder", "password", "your", "token", "secret", "xxx", "…", "<", "123456", "abcdef", "填", "你的"];

    // Printed in the platform's own documents.
    private static readonly string[] Published = ["QDG6eK", "spamtest", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"];

    private readonly List<Check> _checks = [];

    /// <summary>Whether the account has what calling the platform takes.</summary>
    public static bool CanCall(ConfiguredAccount account) =>
        account["Secret"].Length > 0 && account[account.Platform == Platform.WeCom ? "CorpId" : "AppId"].Length > 0;

    /// <summary>Whether the account has what a callback is signed and encrypted with.</summary>
    public static bool CanSeal(ConfiguredAccount account) => account["Token"].Length > 0 && (IsPlaintext(account) || MessageCipher.IsUsableKey(account["EncodingAESKey"]));

    /// <summary>Whether an Official Account has no encryption.</summary>
    public static bool IsPlaintext(ConfiguredAccount account) =>
        account.Platform == Platform.OfficialAccount && account["Mode"].Equals(nameof(EncryptionMode.Plaintext), StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks at all of them; one line where all are fine.</summary>
    public IReadOnlyList<Check> Run()
    {
        switch (account.Platform)
        {
            case Platform.WeCom:
                Look("CorpId", CorpId());
                Look("AgentId", Digits(), isNeeded: false);
                Look("Secret", WeComSecret(), isNeeded: false);
                break;
            case Platform.OfficialAccount:
                Look("AppId", AppId());
                Look("Secret", AppSecret(), isNeeded: false);
                if (account["Mode"].Length > 0 && !Enum.TryParse<EncryptionMode>(account["Mode"], ignoreCase: true, out _))
                    _checks.Add(Check.Problem(Name, "Doctor.Mode", $"{account.Section}:Mode"));
                break;
        }
        LookAtKeys();
        if (account.ApiBaseAddress is { } address)
            _checks.Add(Check.Notice(Name, "Doctor.OtherPlatform", $"{account.Section}:ApiBaseAddress", address.GetLeftPart(UriPartial.Authority)));
        return _checks.Exists(check => check.State == CheckState.Problem) ? _checks : [Check.Good(Name, "Doctor.Configured", account.Section), .. _checks];
    }

    private void LookAtKeys()
    {
        var token = account["Token"];
        if (!LookForPlaceholder("Token", isNeeded: true) && (token.Length > LongestToken || !Word().IsMatch(token)))
            _checks.Add(Check.Problem(Name, "Doctor.TokenForm", $"{account.Section}:Token", LongestToken, token.Length));
        if (IsPlaintext(account))
            return;
        var key = account["EncodingAESKey"];
        if (!LookForPlaceholder("EncodingAESKey", isNeeded: true) && !MessageCipher.IsUsableKey(key))
            _checks.Add(Check.Problem(Name, "Doctor.KeyForm", $"{account.Section}:EncodingAESKey", MessageCipher.KeyLength, key.Length));
    }

    private void Look(string key, Regex form, bool isNeeded = true)
    {
        if (LookForPlaceholder(key, isNeeded) || account[key].Length == 0 || form.IsMatch(account[key]))
            return;
        // The platform may make its ids otherwise some day, so this is no reason to give up.
        _checks.Add(Check.Notice(Name, "Doctor.UnusualForm", $"{account.Section}:{key}", account[key].Length.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether something was said about the value, so that its form need not be looked at.</summary>
    private bool LookForPlaceholder(string key, bool isNeeded)
    {
        var (value, path) = (account[key], $"{account.Section}:{key}");
        Check? check = value switch
        {
            "" when isNeeded => Check.Problem(Name, "Doctor.Missing", path, Texts($"Doctor.Where.{account.Platform}.{key}")),
            "" => Check.Notice(Name, "Doctor.CannotCall", path, Texts($"Doctor.Where.{account.Platform}.{key}")),
            _ when value.Any(char.IsWhiteSpace) => Check.Problem(Name, "Doctor.WhiteSpace", path, Texts($"Doctor.Where.{account.Platform}.{key}")),
            _ when IsPlaceholder(value) => Check.Problem(Name, "Doctor.Placeholder", path, Texts($"Doctor.Where.{account.Platform}.{key}")),
            _ => null,
        };
        if (check is not null)
            _checks.Add(check);
        return check is not null;
    }

    private static string Texts(string name) => Resources.Texts.Get(name);

    private static bool IsPlaceholder(string value) => Published.Contains(value)
        || (value.Length < 24 && Placeholders.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
        || (value.Length >= 6 && value.Distinct().Count() < 3);

    [GeneratedRegex("^w[wx][0-9A-Za-z]{16}$")]
    private static partial Regex CorpId();

    [GeneratedRegex("^wx[0-9a-f]{16}$")]
    private static partial Regex AppId();

    [GeneratedRegex("^[0-9]{1,10}$")]
    private static partial Regex Digits();

    [GeneratedRegex("^[0-9A-Za-z_-]{43}$")]
    private static partial Regex WeComSecret();

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex AppSecret();

    [GeneratedRegex("^[0-9A-Za-z]+$")]
    private static partial Regex Word();
}
