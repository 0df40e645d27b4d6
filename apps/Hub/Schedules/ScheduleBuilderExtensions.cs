using Hongyan;
using Hongyan.Hub.Schedules;
using Hongyan.Hub.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The scheduler of a server: everything that is due at times runs by it, and not by the loops of the libraries.</summary>
public static class ScheduleBuilderExtensions
{
    private const string SchedulerName = "Hongyan";

    /// <summary>
    /// Runs every <see cref="IPeriodicWork"/> by Quartz.NET: on PostgreSQL once in the whole cluster, with SQLite in a file beside the
    /// database, otherwise in memory. What a stopped server missed is made up for once when it starts.
    /// </summary>
    /// <param name="builder">The server.</param>
    /// <param name="storage">Where the server keeps things.</param>
    public static WebApplicationBuilder AddSchedules(this WebApplicationBuilder builder, ServerStorage storage)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(storage);
        var services = builder.Services;
        services.Configure<PeriodicWorkOptions>(options => options.RunByLoop = false);
        // The job says itself what failed; the scheduler would say it again, with two stacks.
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Quartz.Core.JobRunShell", LogLevel.None);
        services.AddQuartzExecutionHistory();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = SchedulerName);
            quartz.UseDefaultThreadPool(maxConcurrency: 4);
            if (storage.Provider == StorageProvider.Memory)
                quartz.UseInMemoryStore();
            else
                quartz.UsePersistentStore(store => Configure(store, storage));
        });
        services.AddSingleton(storage);
        services.AddSingleton<ScheduleBook>();
        services.AddHostedService<ScheduleRunner>();
        return builder;
    }

    private static void Configure(IPersistentStoreBuilder store, ServerStorage storage)
    {
        if (storage.Provider == StorageProvider.PostgreSql)
            store.UsePostgres(storage.ConnectionString).UseClustering();
        else
            store.UseSqlite(FileBeside(storage));
        // A process that ends without being asked to is not held open by them.
        store.ConfigureStore(options => options.UseBackgroundThreads = true);
        store.ProvisionSchema();
        store.UseExecutionHistory();
    }

    /// <summary>A file of its own: the scheduler writes by itself, and in the database everything waits for the one writer.</summary>
    private static string FileBeside(ServerStorage storage) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(storage.DataFolder!, "schedules.db"), Pooling = false }.ConnectionString;
}
