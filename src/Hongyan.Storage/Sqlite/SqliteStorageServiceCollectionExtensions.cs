using System.Diagnostics.Metrics;
using Hongyan;
using Hongyan.Storage;
using Hongyan.Storage.Log;
using Hongyan.Storage.Sqlite;
using Hongyan.Storage.Writing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the embedded store.</summary>
public static class SqliteStorageServiceCollectionExtensions
{
    /// <summary>
    /// Keeps inbox, outbox, dialogs and access tokens in a SQLite file, so that nothing accepted is lost when the process ends. The file is
    /// created at the first start. What people wrote is encrypted with the keys of <c>AddDataProtection</c>: keep those where they last.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">Such as <c>Data Source=data/hongyan.db</c>.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        services.AddOptions<SqliteStoreOptions>()
            .Configure(options => options.ConnectionString = connectionString)
            .Validate(options => options.KeepFor > TimeSpan.Zero, "HY1001: Storage:KeepFor must be more than nothing, such as 7.00:00:00.");
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PayloadProtector>();
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<StoreDatabase>(provider => provider.GetRequiredService<SqliteDatabase>());
        services.TryAddSingleton<IStore>(provider => provider.GetRequiredService<SqliteStore>());
        services.TryAddSingleton<StoreClock>();
        services.TryAddSingleton<InboxReader>();
        services.TryAddSingleton(provider => new StoreMetrics(
            provider.GetRequiredService<SqliteDatabase>().ReadBacklog, provider.GetRequiredService<TimeProvider>(), provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<SqliteWriter>();
        services.TryAddSingleton<SqliteOutbox>();
        services.TryAddSingleton<SqliteDialogs>();
        services.TryAddSingleton(provider => new SqliteStore(
            provider.GetRequiredService<SqliteDatabase>(), provider.GetRequiredService<SqliteWriter>(), provider.GetRequiredService<SqliteOutbox>(),
            provider.GetRequiredService<IOptions<SqliteStoreOptions>>()));
        services.TryAddSingleton(provider => new DeliveryLog(
            () => SqliteStorageContext.For(provider.GetRequiredService<SqliteDatabase>().ReadOnlyConnectionString), provider.GetRequiredService<PayloadProtector>()));
        services.AddHostedService(provider => provider.GetRequiredService<SqliteStore>());
        services.TryAddSingleton(provider => new StoreRetention(provider.GetRequiredService<SqliteStore>().CleanOnceAsync));
        services.AddPeriodicWork<StoreRetention>();
        services.Replace(ServiceDescriptor.Singleton<IInbox, SqliteInbox>());
        services.Replace(ServiceDescriptor.Singleton<IOutbox>(provider => provider.GetRequiredService<SqliteOutbox>()));
        services.Replace(ServiceDescriptor.Singleton<IDialogStore>(provider => provider.GetRequiredService<SqliteDialogs>()));
        services.Replace(ServiceDescriptor.Singleton<IAccessTokenStore, SqliteAccessTokenStore>());
        return services;
    }
}
