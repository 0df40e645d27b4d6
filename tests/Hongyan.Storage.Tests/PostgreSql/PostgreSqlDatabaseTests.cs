using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Schema;
using Hongyan.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hongyan.Storage.Tests.PostgreSql;

public sealed class PostgreSqlDatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_SeveralProcessesAtOnce_OneAppliesTheMigrations()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var connectionString = await server.CreateDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Database(connectionString).OpenAsync(Cancelled)));

        Assert.True(await Database(connectionString).IsCurrentAsync(Cancelled));
        await using var context = PostgreSqlStorageContext.For(connectionString);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancelled));
        // Each table of the model can be read, column by column.
        Assert.Empty(await context.Inbox.ToListAsync(Cancelled));
        Assert.Empty(await context.Outbox.ToListAsync(Cancelled));
        Assert.Empty(await context.Dialogs.ToListAsync(Cancelled));
        Assert.Empty(await context.AccessTokens.ToListAsync(Cancelled));
        Assert.Empty(await context.Nodes.ToListAsync(Cancelled));
        Assert.Empty(await context.Leases.ToListAsync(Cancelled));
        PostgreSqlServer.DropDatabase(connectionString);
    }

    [Fact]
    public async Task OpenReaderAsync_Statement_CannotWrite()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var connectionString = await server.CreateDatabaseAsync();
        var database = Database(connectionString);
        await database.OpenAsync(Cancelled);

        await using var reader = await database.OpenReaderAsync(Cancelled);
        await using var command = reader.CreateCommand();
        command.CommandText = "delete from bots_inbox";

        Assert.Equal("25006", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancelled))).SqlState);
    }

    [Fact]
    public async Task OpenAsync_NobodyListens_SaysWhichServer()
    {
        var failure = await Assert.ThrowsAsync<HongyanStartupException>(() => Database("Host=127.0.0.1;Port=1;Database=hongyan;Username=u;Password=very-secret").OpenAsync(Cancelled));

        Assert.Contains("127.0.0.1:1/hongyan", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database=hongyan")]
    [InlineData("Data Source")]
    [InlineData("Host=a;Bogus=1")]
    public void Constructor_ConnectionStringWithoutAServer_SaysWhatOneLooksLike(string connectionString) =>
        Assert.Contains("Host=localhost", Assert.Throws<HongyanStartupException>(() => Database(connectionString)).Message, StringComparison.Ordinal);

    [Fact]
    public void Model_OfTheContext_HasItsMigrations()
    {
        using var context = PostgreSqlStorageContext.For("Host=nobody");

        Assert.False(context.Database.HasPendingModelChanges(), "The model has changed: docs/decisions/0006 says how to add a migration.");
        Assert.Equal("bots_migrations", StorageContext.HistoryTable);
    }

    private static PostgreSqlDatabase Database(string connectionString) => new(Options.Create(new PostgreSqlStoreOptions { ConnectionString = connectionString }));
}
