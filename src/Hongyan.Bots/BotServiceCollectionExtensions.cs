using Hongyan;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what answers messages.</summary>
public static class BotServiceCollectionExtensions
{
    private static readonly TimeSpan LongestHandlerTimeout = TimeSpan.FromDays(1);

    /// <summary>Registers routing and delivery; <c>AddWeCom</c> has called it already. Once is enough, more does no harm.</summary>
    public static IServiceCollection AddBots(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ReplyDelivery)))
            return services;

        services.AddOptions<BotOptions>()
            .Validate(options => options.HandlerTimeout > TimeSpan.Zero && options.HandlerTimeout <= LongestHandlerTimeout,
                $"HY1001: Bots:HandlerTimeout must be more than nothing and at most {LongestHandlerTimeout.TotalDays} day, such as 00:05:00.")
            .Validate(options => options.DuplicateWindow >= Deduplicator.ShortestWindow,
                $"HY1001: Bots:DuplicateWindow must be at least {Deduplicator.ShortestWindow}, or a message that the platform delivers again runs twice.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Deduplicator>();
        services.AddSingleton<ReplyDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyDelivery>());
        return services;
    }
}
