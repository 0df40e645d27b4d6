using Hongyan.Storage.Sqlite;
using Hongyan.Storage.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_OfTheContext_HasItsMigrations()
    {
        using var context = SqliteStorageContext.For(_file.ConnectionString);

        Assert.False(context.Database.HasPendingModelChanges(), "The model has changed: docs/decisions/0006 says how to add a migration.");
    }

    [Fact]
    public async Task Open_SecondStart_FindsTheSchemaThatTheModelHas()
    {
        await using (await DurableBot.StartAsync(_file, _ => { }))
        {
        }
        await using var again = await DurableBot.StartAsync(_file, _ => { });

        using var context = SqliteStorageContext.For(_file.ConnectionString);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancelled));
        Assert.Equal("wal", _file.Scalar<string>("pragma journal_mode"));
        // Each table of the model can be read, column by column.
        Assert.Empty(await context.Inbox.ToListAsync(Cancelled));
        Assert.Empty(await context.Outbox.ToListAsync(Cancelled));
        Assert.Empty(await context.Dialogs.ToListAsync(Cancelled));
        Assert.Empty(await context.AccessTokens.ToListAsync(Cancelled));
    }

    [Fact]
    public void Open_NewFile_HasPagesOf8KiB()
    {
        using (var database = NewDatabase())
            database.Open();

        Assert.Equal(8192, _file.Scalar<long>("pragma page_size"));
        Assert.Equal("wal", _file.Scalar<string>("pragma journal_mode"));
    }

    [Fact]
    public void Open_FileOfAnEarlierVersion_KeepsItsPages()
    {
        using (var earlier = new SqliteConnection($"{_file.ConnectionString};Pooling=False"))
        {
            earlier.Open();
            using var write = earlier.CreateCommand();
            write.CommandText = "pragma page_size = 4096; create table left_by_somebody (Id integer)";
            write.ExecuteNonQuery();
        }

        using var database = NewDatabase();
        database.Open();

        Assert.True(database.IsCurrent());
        Assert.Equal(4096, _file.Scalar<long>("pragma page_size"));
    }

    private SqliteDatabase NewDatabase() => new(Options.Create(new SqliteStoreOptions { ConnectionString = _file.ConnectionString }));
}
