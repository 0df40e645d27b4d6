using Hongyan.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.Storage;

/// <summary>The same tables in memory, for Development without a store: gone with the process.</summary>
internal sealed class MemoryHub : IHubStore, IDisposable
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = $"hub-{Guid.NewGuid():N}",
        Mode = SqliteOpenMode.Memory,
        Cache = SqliteCacheMode.Shared,
    }.ConnectionString;

    // The database lives as long as somebody has it open.
    private readonly SqliteConnection _writer;
    private readonly Lock _writing = new();

    public MemoryHub()
    {
        _writer = new SqliteConnection(_connectionString);
        _writer.Open();
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        await context.Database.MigrateAsync(cancellationToken);
    }

    public HubContext Open() => SqliteHubContext.For(_connectionString);

    public Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken)
    {
        lock (_writing)
        {
            using var transaction = _writer.BeginTransaction();
            write(new StoreTransaction(transaction));
            transaction.Commit();
        }
        return Task.CompletedTask;
    }

    public void Dispose() => _writer.Dispose();
}
