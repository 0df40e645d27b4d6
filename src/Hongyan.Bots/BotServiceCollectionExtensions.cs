using Hongyan;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what answers messages.</summary>
public static class BotServiceCollectionExtensions
{
    /// <summary>Registers routing and delivery; <c>AddWeCom</c> has called it already. Once is enough, more does no harm.</summary>
    public static IServiceCollection AddBots(this IServiceCollection services)
    {
        services.AddOptions<BotOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Deduplicator>();
        if (services.Any(service => service.ServiceType == typeof(ReplyDelivery)))
            return services;
        services.AddSingleton<ReplyDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyDelivery>());
        return services;
    }
}
