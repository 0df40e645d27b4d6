using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Api;

/// <summary>Who calls the platform's API: whoever holds a secret, an app or 通讯录同步.</summary>
/// <param name="Name">The app's name, or <see cref="ContactsSync"/>.</param>
/// <param name="CorpId">企业ID that belongs to the secret.</param>
/// <param name="Secret">Secret.</param>
/// <param name="App">The app; null for 通讯录同步.</param>
/// <param name="Modules">What it is let into.</param>
public sealed record ApiCaller(string Name, string CorpId, string Secret, WeComApp? App, IReadOnlySet<ApiModule> Modules)
{
    /// <summary>The name of 通讯录同步, which no app can have.</summary>
    public const string ContactsSync = "contacts";

    /// <summary>Whose API it calls.</summary>
    internal ApiPlatform Platform { get; init; } = WeComApi.Platform;

    private static readonly IReadOnlySet<ApiModule> ContactsModules = new HashSet<ApiModule> { ApiModule.ContactsRead, ApiModule.ContactsWrite };

    /// <summary>An app with its secret.</summary>
    public static ApiCaller Of(WeComApp app) => new(app.Name, app.CorpId, app.Secret, app, app.Modules);

    /// <summary>通讯录同步: changes the contacts and sends nothing.</summary>
    public static ApiCaller OfContacts(string corpId, string secret) => new(ContactsSync, corpId, secret, null, ContactsModules);
}
