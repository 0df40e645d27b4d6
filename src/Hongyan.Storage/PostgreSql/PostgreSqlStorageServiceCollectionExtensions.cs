using System.Diagnostics.Metrics;
using Hongyan;
using Hongyan.Storage;
using Hongyan.Storage.Log;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Writing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the store that several processes share.</summary>
public static class PostgreSqlStorageServiceCollectionExtensions
{
    /// <summary>
    /// Keeps inbox, outbox, dialogs and access tokens in PostgreSQL, for one process or several identical ones. The tables are created at the
    /// first start. What people wrote is encrypted with the keys of <c>AddDataProtection</c>: all processes need the same.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">Such as <c>Host=db;Database=hongyan;Username=hongyan;Password=…</c>.</param>
    public static IServiceCollection AddPostgreSqlStorage(this IServiceCollection services, string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        services.AddOptions<PostgreSqlStoreOptions>()
            .Configure(options => options.ConnectionString = PostgreSqlDatabase.KeepingTime(connectionString))
            .Validate(options => options.KeepFor > TimeSpan.Zero, "HY1001: Storage:KeepFor must be more than nothing, such as 7.00:00:00.")
            .Validate(options => options.Lease >= TimeSpan.FromSeconds(3), "HY1001: Storage:Lease must be three seconds or more, such as 00:00:15.");
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PayloadProtector>();
        services.TryAddSingleton<PostgreSqlDatabase>();
        services.TryAddSingleton<StoreDatabase>(provider => provider.GetRequiredService<PostgreSqlDatabase>());
        services.TryAddSingleton<IStore>(provider => provider.GetRequiredService<PostgreSqlStore>());
        services.TryAddSingleton<StoreClock>();
        services.TryAddSingleton<InboxReader>();
        services.TryAddSingleton(provider => new StoreMetrics(
            provider.GetRequiredService<PostgreSqlDatabase>().ReadBacklog, provider.GetRequiredService<TimeProvider>(), provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<PostgreSqlNode>();
        services.TryAddSingleton<PostgreSqlWriter>();
        services.TryAddSingleton<ConversationSignals>();
        services.TryAddSingleton<PostgreSqlListener>();
        services.TryAddSingleton<PostgreSqlOutbox>();
        services.TryAddSingleton<PostgreSqlDialogs>();
        services.TryAddSingleton<PostgreSqlInbox>();
        services.TryAddSingleton<PostgreSqlPulse>();
        services.TryAddSingleton(provider => new PostgreSqlStore(
            provider.GetRequiredService<PostgreSqlDatabase>(), provider.GetRequiredService<PostgreSqlWriter>(), provider.GetRequiredService<PostgreSqlOutbox>(),
            provider.GetRequiredService<PostgreSqlListener>(), provider.GetRequiredService<PostgreSqlPulse>(), provider.GetRequiredService<IOptions<PostgreSqlStoreOptions>>()));
        services.TryAddSingleton(provider => new DeliveryLog(
            () => PostgreSqlStorageContext.For(provider.GetRequiredService<PostgreSqlDatabase>().ReadOnlyConnectionString), provider.GetRequiredService<PayloadProtector>()));
        services.AddHostedService(provider => provider.GetRequiredService<PostgreSqlStore>());
        services.TryAddSingleton(provider => new StoreRetention(provider.GetRequiredService<PostgreSqlStore>().CleanOnceAsync));
        services.AddPeriodicWork<StoreRetention>();
        services.Replace(ServiceDescriptor.Singleton<IInbox>(provider => provider.GetRequiredService<PostgreSqlInbox>()));
        services.Replace(ServiceDescriptor.Singleton<IOutbox>(provider => provider.GetRequiredService<PostgreSqlOutbox>()));
        services.Replace(ServiceDescriptor.Singleton<IDialogStore>(provider => provider.GetRequiredService<PostgreSqlDialogs>()));
        services.Replace(ServiceDescriptor.Singleton<IAccessTokenStore, PostgreSqlAccessTokenStore>());
        return services;
    }
}
