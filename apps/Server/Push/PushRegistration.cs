using Hongyan.Hub.Audit;
using Hongyan.Server.Push.Alerts;
using Hongyan.Storage;

namespace Hongyan.Server.Push;

/// <summary>Registers pushing: sections <c>Push</c> and <c>Robots</c>.</summary>
internal static class PushRegistration
{
    private const int UsualPerMinute = 60;

    /// <summary>Registers the keys, the group robots and what sends.</summary>
    /// <exception cref="HongyanStartupException">HY1022: a key cannot be used.</exception>
    public static void AddPush(this WebApplicationBuilder builder, bool hasStore, IReadOnlyList<ConfiguredAccount> accounts)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton(PushKeys.Read(configuration, builder.Environment));
        foreach (var robot in configuration.GetSection("Robots").GetChildren())
            builder.AddGroupRobot(robot.Key, robot.Path);

        var perMinute = configuration.GetValue("Push:PerMinute", UsualPerMinute);
        if (perMinute < 1)
            throw new HongyanStartupException("HY1001", "Push:PerMinute must be at least 1.");
        services.AddSingleton(provider => new PushRate(perMinute, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(accounts);
        services.AddSingleton<PushReader>();
        services.AddSingleton<PushSender>();
        services.AddSingleton<PushMetrics>();
        services.AddSingleton<AlertReader>();
        services.AddSingleton<AlertDigest>();
        services.AddSingleton<PushEndpoints>();
        if (hasStore)
        {
            services.AddSingleton(provider => new StoredPushReceipts(
                provider.GetRequiredService<IStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<AuditTrail>()));
            services.AddSingleton<IPushReceipts>(provider => provider.GetRequiredService<StoredPushReceipts>());
            services.AddHostedService(provider => provider.GetRequiredService<StoredPushReceipts>());
        }
        else
        {
            services.AddSingleton<IPushReceipts>(provider => new MemoryPushReceipts(
                provider.GetRequiredService<IOutbox>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<AuditTrail>()));
        }
    }
}
