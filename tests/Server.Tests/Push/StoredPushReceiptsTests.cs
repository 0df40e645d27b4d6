using Hongyan.Server.Push;
using Hongyan.Storage;
using Hongyan.Storage.PostgreSql;
using Hongyan.Tests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hongyan.Server.Tests.Push;

public sealed class StoredPushReceiptsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_AnotherNodeMakesTheTableAtTheSameMoment_FindsItThere()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using var services = new ServiceCollection().AddLogging().AddPostgreSqlStorage(database).BuildServiceProvider();
        var store = services.GetRequiredService<PostgreSqlStore>();
        await store.StartingAsync(Cancelled);
        await using var other = new NpgsqlConnection(database + ";Pooling=false");
        await other.OpenAsync(Cancelled);
        var making = await other.BeginTransactionAsync(Cancelled);
        await ExecuteAsync(other, "create table push_receipts (Owner text not null, Word text not null, At bigint not null, Fingerprint text not null, Status integer not null, Answer text not null, primary key (Owner, Word))");

        var starting = new StoredPushReceipts(store, TimeProvider.System, audit: null).StartAsync(Cancelled);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (await ExecuteAsync(other, Waiting) is not 1L)
            await pause.WaitForNextTickAsync(Cancelled);
        await making.CommitAsync(Cancelled);

        await starting;
        Assert.Equal(0L, await ExecuteAsync(other, "select count(*) from push_receipts"));
        await store.StoppedAsync(Cancelled);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
