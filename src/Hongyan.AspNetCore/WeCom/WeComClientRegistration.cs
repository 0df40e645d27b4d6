using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.WeCom;

/// <summary>Gives each account a <see cref="WeComClient"/> of its own: a singleton whose key is the account's name.</summary>
internal static class WeComClientRegistration
{
    /// <summary>
    /// The named HttpClient of an account, such as <c>Hongyan.WeCom.demo</c>, for whoever has to send its calls through a proxy.
    /// </summary>
    public static string HttpClientName(string account) => $"Hongyan.WeCom.{account}";

    public static void AddWeComClient(this IServiceCollection services, string account)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAccessTokenStore, MemoryAccessTokenStore>();
        services.AddPlatformHttpClient(HttpClientName(account));
        services.AddKeyedSingleton(account, Create);
        services.AddSingleton(new AccountToken(account, (provider, ahead, cancellationToken) => string.IsNullOrEmpty(provider.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get(account).Secret)
            ? Task.CompletedTask
            : provider.GetRequiredKeyedService<WeComClient>(account).RenewTokenAsync(ahead, cancellationToken)));
        services.AddPeriodicWork<TokenRenewal>();
        services.TryAddKeyedSingleton<IActiveSender>(account, (provider, key) => new WeComSender(provider, (string)key!));
    }

    private static WeComClient Create(IServiceProvider services, object? key)
    {
        var account = (string)key!;
        var options = services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get(account);
        if (string.IsNullOrEmpty(options.Secret))
        {
            var section = services.GetRequiredService<AccountSections>().SectionOf(account);
            throw new HongyanException(
                $"{section}:Secret is missing, so account '{account}' can answer but not call the platform. Copy it from 应用管理 → the application → Secret.");
        }
        return new WeComClient(
            services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(account)),
            new WeComClientOptions
            {
                CorpId = options.CorpId,
                AgentId = options.AgentId,
                Secret = options.Secret,
                ApiBaseAddress = options.ApiBaseAddress,
                SignInBaseAddress = options.SignInBaseAddress,
            },
            services.GetRequiredService<IAccessTokenStore>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<WeComClient>>());
    }
}
