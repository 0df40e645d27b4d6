using Hongyan;
using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what answers messages.</summary>
public static class BotServiceCollectionExtensions
{
    private static readonly TimeSpan LongestHandlerTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan PlatformsPatience = TimeSpan.FromSeconds(5);

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
            .Validate(options => options.ReplyBudget > TimeSpan.Zero && options.ReplyBudget < PlatformsPatience,
                $"HY1001: Bots:ReplyBudget must be more than nothing and less than {PlatformsPatience}, when the platform hangs up, such as 00:00:04.5.")
            .Validate(options => options.MaxRuns >= 1, "HY1001: Bots:MaxRuns must be at least 1.")
            .Validate(options => options.OutboxLifetime > TimeSpan.Zero, "HY1001: Bots:OutboxLifetime must be more than nothing, such as 1.00:00:00.")
            .Validate(options => options.Language is "zh-CN" or "en", "HY1001: Bots:Language must be zh-CN or en.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new BotRegistry());
        services.TryAddSingleton<BotMetrics>();
        services.AddSingleton<BotTexts>();
        services.AddSingleton<Deduplicator>();
        services.AddSingleton<HandlerRunner>();
        services.AddSingleton<MessageRuns>();
        services.AddSingleton<AnswerStreams>();
        services.AddSingleton(provider => new DeadLetters(provider.GetRequiredService<MessageRuns>()));
        services.AddSingleton<ReplyDelivery>();
        services.AddSingleton<MemoryOutbox>();
        services.AddSingleton<MemoryDialogs>();
        services.TryAddSingleton<IInbox, MemoryInbox>();
        services.TryAddSingleton<IOutbox>(provider => provider.GetRequiredService<MemoryOutbox>());
        services.TryAddSingleton<IDialogStore>(provider => provider.GetRequiredService<MemoryDialogs>());
        // The sender stops last: a handler that comes to its end while the process stops may still have its answer sent.
        services.AddHostedService<OutboxSender>();
        services.AddPeriodicWork<DialogReminder>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyDelivery>());
        return services;
    }
}
