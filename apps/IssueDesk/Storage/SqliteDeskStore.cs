using System.Runtime.ExceptionServices;
using Hongyan.Storage;
using Hongyan.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Hongyan.IssueDesk.Storage;

/// <summary>The desk's tables in the server's SQLite file. Created or migrated after the server's own, before anything is served.</summary>
internal sealed class SqliteDeskStore(SqliteStore store, SqliteDatabase database, TimeProvider time) : IDeskStore, IHostedLifecycleService
{
    public IssueDeskContext OpenReader()
    {
        var context = SqliteIssueDeskContext.For(database.ReadOnlyConnectionString);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    public void Write(StoreTransaction db, Action<IssueDeskContext> work)
    {
        using var context = SqliteIssueDeskContext.On(db.Transaction.Connection!);
        context.Database.UseTransaction(db.Transaction);
        context.Now = time.GetUtcNow();
        work(context);
        context.SaveChanges();
    }

    public async Task<T> WriteAsync<T>(Func<IssueDeskContext, StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        await store.WriteAsync(db =>
        {
            try
            {
                Write(db, context => result = work(context, db));
            }
            catch (Exception thrown) when (thrown is not SqliteException)
            {
                // Thrown out of here it would undo what others write in the same commit.
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }, cancellationToken).ConfigureAwait(false);
        failure?.Throw();
        return result;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        database.Migrate(IssueDeskContext.HistoryTable, SqliteIssueDeskContext.For);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
