using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.OfficialAccount;

/// <summary>Gives each account an <see cref="OfficialAccountClient"/> of its own: a singleton whose key is the account's name.</summary>
internal static class OfficialAccountClientRegistration
{
    /// <summary>
    /// The named HttpClient of an account, such as <c>Hongyan.OfficialAccount.oa</c>, for whoever has to send its calls through a proxy.
    /// </summary>
    public static string HttpClientName(string account) => $"Hongyan.OfficialAccount.{account}";

    public static void AddOfficialAccountClient(this IServiceCollection services, string account)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAccessTokenStore, MemoryAccessTokenStore>();
        services.AddPlatformHttpClient(HttpClientName(account));
        services.AddKeyedSingleton(account, Create);
        services.AddSingleton(new AccountToken(account, (provider, ahead, cancellationToken) => string.IsNullOrEmpty(provider.GetRequiredService<IOptionsMonitor<OfficialAccountOptions>>().Get(account).Secret)
            ? Task.CompletedTask
            : provider.GetRequiredKeyedService<OfficialAccountClient>(account).RenewTokenAsync(ahead, cancellationToken)));
        services.AddPeriodicWork<TokenRenewal>();
        services.TryAddKeyedSingleton<IActiveSender>(account, (provider, key) => new OfficialAccountSender(provider, (string)key!));
    }

    private static OfficialAccountClient Create(IServiceProvider services, object? key)
    {
        var account = (string)key!;
        var options = services.GetRequiredService<IOptionsMonitor<OfficialAccountOptions>>().Get(account);
        if (string.IsNullOrEmpty(options.Secret))
        {
            var section = services.GetRequiredService<AccountSections>().SectionOf(account);
            throw new HongyanException(
                $"{section}:Secret is missing, so account '{account}' can answer but not call the platform. Make one at 设置与开发 → 基本配置 → AppSecret.");
        }
        return new OfficialAccountClient(
            services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(account)),
            new OfficialAccountClientOptions
            {
                AppId = options.AppId, Secret = options.Secret, ApiBaseAddress = options.ApiBaseAddress, WebBaseAddress = options.WebBaseAddress,
            },
            services.GetRequiredService<IAccessTokenStore>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<OfficialAccountClient>>());
    }
}
