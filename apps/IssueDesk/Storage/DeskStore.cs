using System.Data.Common;
using System.Runtime.ExceptionServices;
using Hongyan.Hub.Cluster;
using Hongyan.Storage;
using Hongyan.Storage.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Hongyan.IssueDesk.Storage;

/// <summary>The desk's tables in the server's database. Created or migrated after the server's own, before anything is served.</summary>
internal sealed class DeskStore(IStore store, StoreDatabase database, ICluster cluster, TimeProvider time) : IDeskStore, IHostedLifecycleService
{
    /// <summary>Taken for every write, so that those of several nodes come one after the other as those of one do. Any number that nobody else uses.</summary>
    private const long WriteLock = 0x4465736B4C6F636B;

    private readonly bool _isPostgreSql = database is PostgreSqlDatabase;

    public IssueDeskContext OpenReader()
    {
        IssueDeskContext context = _isPostgreSql
            ? PostgreSqlIssueDeskContext.For(database.ReadOnlyConnectionString)
            : SqliteIssueDeskContext.For(database.ReadOnlyConnectionString);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    public void Write(StoreTransaction db, Action<IssueDeskContext> work)
    {
        if (_isPostgreSql)
            db.Execute($"select pg_advisory_xact_lock({WriteLock})");
        using IssueDeskContext context = _isPostgreSql ? PostgreSqlIssueDeskContext.On(db.Transaction.Connection!) : SqliteIssueDeskContext.On(db.Transaction.Connection!);
        context.Database.UseTransaction(db.Transaction);
        context.Now = time.GetUtcNow();
        work(context);
        context.SaveChanges();
        if (context.HasWritten)
            cluster.Tell(db, DeskTopics.Work);
        if (context.HasWrittenSettings)
            cluster.Tell(db, DeskTopics.Settings);
    }

    public async Task<T> WriteAsync<T>(Func<IssueDeskContext, StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        await store.WriteAsync(db =>
        {
            failure = null;
            try
            {
                Write(db, context => result = work(context, db));
            }
            catch (Exception thrown) when (thrown is not DbException)
            {
                // Thrown out of here it would undo what others write in the same commit.
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }, cancellationToken).ConfigureAwait(false);
        failure?.Throw();
        return result;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => _isPostgreSql
        ? database.MigrateAsync(IssueDeskContext.HistoryTable, PostgreSqlIssueDeskContext.For, cancellationToken)
        : database.MigrateAsync(IssueDeskContext.HistoryTable, SqliteIssueDeskContext.For, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
