using System.Globalization;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.Extensions.Configuration;

namespace Hongyan.Cli.Accounts;

/// <summary>One entry of <c>Accounts:{name}</c>, as it was written.</summary>
internal sealed class ConfiguredAccount(IConfigurationSection section)
{
    /// <summary>The name; in the Server's callback address too.</summary>
    public string Name => section.Key;

    /// <summary>Where it stands, such as <c>Accounts:demo</c>.</summary>
    public string Section => section.Path;

    /// <summary>The value of a key, such as <c>Secret</c>; empty where there is none.</summary>
    public string this[string key] => section[key] ?? "";

    /// <summary>Its platform.</summary>
    /// <exception cref="InputException">None is named, or one that is unknown.</exception>
    public Platform Platform => Enum.TryParse<Platform>(this["Platform"], out var platform) && Enum.IsDefined(platform) && Enum.GetName(platform) == this["Platform"]
        ? platform
        : throw new InputException(Texts.Get("Config.Platform", $"{Section}:Platform", this["Platform"]));

    /// <summary>Where the platform's API is; null is the platform's own.</summary>
    /// <exception cref="InputException">It is no address.</exception>
    public Uri? ApiBaseAddress
    {
        get
        {
            if (this["ApiBaseAddress"] is not { Length: > 0 } text)
                return null;
            return Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", PathAndQuery: "/" }
                ? address
                : throw new InputException(Texts.Get("Config.Origin", $"{Section}:ApiBaseAddress"));
        }
    }

    /// <summary>What a client of WeCom takes.</summary>
    /// <exception cref="InputException">A value is missing or is none.</exception>
    public WeComClientOptions ForWeCom()
    {
        var options = new WeComClientOptions { CorpId = Required("CorpId"), Secret = Required("Secret"), AgentId = AgentId() };
        return ApiBaseAddress is { } address
            ? new WeComClientOptions { CorpId = options.CorpId, Secret = options.Secret, AgentId = options.AgentId, ApiBaseAddress = address }
            : options;
    }

    /// <summary>What a client of an Official Account takes.</summary>
    /// <exception cref="InputException">A value is missing.</exception>
    public OfficialAccountClientOptions ForOfficialAccount()
    {
        var (id, secret) = (Required("AppId"), Required("Secret"));
        return ApiBaseAddress is { } address
            ? new OfficialAccountClientOptions { AppId = id, Secret = secret, ApiBaseAddress = address }
            : new OfficialAccountClientOptions { AppId = id, Secret = secret };
    }

    private string Required(string key) => this[key] is { Length: > 0 } value && !value.Any(char.IsWhiteSpace)
        ? value
        : throw new InputException(Texts.Get("Config.Missing", $"{Section}:{key}"));

    private int AgentId() => int.TryParse(Required("AgentId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new InputException(Texts.Get("Config.AgentId", $"{Section}:AgentId"));
}
