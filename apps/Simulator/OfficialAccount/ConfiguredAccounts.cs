using System.Security.Cryptography;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>
/// Reads <c>Simulator:OfficialAccounts:{name}:{CallbackUrl, Token, EncodingAESKey, Mode, AppId, Secret, OriginalId, DisplayName, Kind, Verified}</c>
/// over the sample accounts.
/// </summary>
internal static class ConfiguredAccounts
{
    /// <summary>The sample accounts as configured, then accounts that only the configuration knows.</summary>
    /// <exception cref="SimulatorStartException">A value cannot be used; the message names its key.</exception>
    public static IReadOnlyList<Account> Read(IConfiguration configuration, IReadOnlyList<WeComApp> apps)
    {
        var section = configuration.GetSection("Simulator:OfficialAccounts");
        var accounts = SampleAccounts.All.Select(account => Read(section.GetSection(account.Name), account)).ToList();
        foreach (var unknown in section.GetChildren().Where(child => accounts.All(account => !IsNamed(account.Name, child.Key))))
            accounts.Add(Read(unknown, NewAccount(unknown.Key)));
        if (accounts.FirstOrDefault(account => apps.Any(app => IsNamed(app.Name, account.Name))) is { } twice)
            throw new SimulatorStartException($"Simulator:Apps:{twice.Name}: an app cannot be called like the Official Account of Simulator:OfficialAccounts.");
        return accounts;
    }

    private static Account Read(IConfigurationSection section, Account defaults)
    {
        var account = defaults with
        {
            DisplayName = section["DisplayName"] ?? defaults.DisplayName,
            OriginalId = section["OriginalId"] ?? defaults.OriginalId,
            AppId = section["AppId"] ?? defaults.AppId,
            Secret = section["Secret"] ?? defaults.Secret,
            Mode = ReadMode(section) ?? defaults.Mode,
            Kind = ReadKind(section) ?? defaults.Kind,
            WebDomain = section["WebDomain"] ?? defaults.WebDomain,
            IsVerified = ReadFlag(section, "Verified") ?? defaults.IsVerified,
            Callback = new(
                section["CallbackUrl"] ?? defaults.Callback.CallbackUrl,
                section["Token"] ?? defaults.Callback.Token,
                section["EncodingAESKey"] ?? defaults.Callback.EncodingAESKey),
        };
        foreach (var (field, _) in AccountSettings.Validate(account.Callback))
            throw new SimulatorStartException($"{section.Path}:{field} cannot be used: it is an http or https address, 3 to 32 letters and digits, or 43 letters and digits.");
        return account;
    }

    private static CallbackMode? ReadMode(IConfigurationSection section) =>
        section["Mode"] is not { } text ? null
        : Enum.TryParse<CallbackMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode
        : throw new SimulatorStartException($"{section.Path}:Mode cannot be used: it is Plaintext, Compatible or Safe.");

    private static AccountKind? ReadKind(IConfigurationSection section) =>
        section["Kind"] is not { } text ? null
        : Enum.TryParse<AccountKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
        : throw new SimulatorStartException($"{section.Path}:Kind cannot be used: it is Service or Subscription.");

    private static bool? ReadFlag(IConfigurationSection section, string key) =>
        section[key] is not { } text ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw new SimulatorStartException($"{section.Path}:{key} cannot be used: it is true or false.");

    private static Account NewAccount(string name)
    {
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new SimulatorStartException($"Simulator:OfficialAccounts:{name}: the name of an account is letters, digits, - and _, because it stands in addresses.");
        return new()
        {
            Name = name,
            DisplayName = name,
            OriginalId = "gh_" + RandomNumberGenerator.GetHexString(12, lowercase: true),
            AppId = "wx" + RandomNumberGenerator.GetHexString(16, lowercase: true),
            Secret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Callback = new($"http://127.0.0.1:5080/callback/{name}", CallbackSettings.RandomToken(), CallbackSettings.RandomKey()),
        };
    }

    private static bool IsNamed(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
