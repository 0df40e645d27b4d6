using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Api;

/// <summary>Who calls a platform's API: whoever holds a secret, an app, 通讯录同步 or a 公众号.</summary>
/// <param name="Name">The name of the app or account, or <see cref="ContactsSync"/>.</param>
/// <param name="CorpId">企业ID that belongs to the secret, or AppID.</param>
/// <param name="Secret">Secret.</param>
public sealed record ApiCaller(string Name, string CorpId, string Secret)
{
    /// <summary>The name of 通讯录同步, which no app can have.</summary>
    public const string ContactsSync = "contacts";

    private static readonly IReadOnlySet<ApiModule> ContactsModules = new HashSet<ApiModule> { ApiModule.ContactsRead, ApiModule.ContactsWrite };

    /// <summary>The app; null for anybody else.</summary>
    public WeComApp? App { get; private init; }

    /// <summary>What an app or 通讯录同步 is let into.</summary>
    public IReadOnlySet<ApiModule> Modules { get; private init; } = new HashSet<ApiModule>();

    /// <summary>The 公众号; null for anybody else.</summary>
    public Account? Account { get; private init; }

    /// <summary>Whose API it calls.</summary>
    internal ApiPlatform Platform => Account is null ? WeComApi.Platform : OfficialAccountApi.Platform;

    /// <summary>An app with its secret.</summary>
    public static ApiCaller Of(WeComApp app) => new(app.Name, app.CorpId, app.Secret) { App = app, Modules = app.Modules };

    /// <summary>A 公众号 with its secret.</summary>
    public static ApiCaller Of(Account account) => new(account.Name, account.AppId, account.Secret) { Account = account };

    /// <summary>通讯录同步: changes the contacts and sends nothing.</summary>
    public static ApiCaller OfContacts(string corpId, string secret) => new(ContactsSync, corpId, secret) { Modules = ContactsModules };
}
