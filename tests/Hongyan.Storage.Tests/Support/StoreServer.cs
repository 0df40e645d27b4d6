using System.Data.Common;
using Hongyan.Storage.PostgreSql;
using Hongyan.Testing;
using Hongyan.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hongyan.Storage.Tests.Support;

/// <summary>A database of PostgreSQL, with the tables in it.</summary>
internal sealed class StoreServer : TestStore
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private string? _connectionString;
    private bool _isOthers;

    /// <summary>A database that somebody else makes and deletes.</summary>
    public static StoreServer At(string connectionString, TimeSpan commandTimeout) =>
        new() { HasOwnClock = true, CommandTimeout = commandTimeout, _connectionString = connectionString, _isOthers = true };

    /// <summary>Whether the clock of messages is the database's, as it is outside of tests that move time.</summary>
    public bool HasOwnClock { get; init; }

    /// <summary>How long others wait for a process; it writes three times as often to say that it is there.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a write waits; short for a test that keeps it from being written.</summary>
    public TimeSpan CommandTimeout { get; init; } = TestTimeouts.Default;

    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("It is not prepared.");

    /// <summary>It is accepted first: another process may have it.</summary>
    public override int CommitsOfAMessage => 2;

    public override async Task PrepareAsync() =>
        _connectionString ??= await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync(await Template.Value);

    public override void Register(IServiceCollection services, TimeProvider time)
    {
        services.AddPostgreSqlStorage(ConnectionString);
        services.Configure<PostgreSqlStoreOptions>(options =>
        {
            options.Clock = HasOwnClock ? null : time;
            options.Lease = Lease;
            options.CommandTimeout = CommandTimeout;
        });
    }

    public override async Task KillAsync(IServiceProvider services)
    {
        await services.GetRequiredService<PostgreSqlWriter>().AbandonAsync();
        await services.GetRequiredService<PostgreSqlPulse>().DisposeAsync();
        await services.GetRequiredService<PostgreSqlListener>().DisposeAsync();
        // The next process takes over at once what was left, provided that the server has noticed the end of this one.
        var process = services.GetRequiredService<PostgreSqlNode>().Process;
        await Waiting.UntilAsync(() => Scalar<long>(
            $"select count(*) from pg_locks where locktype = 'advisory' and (classid::bigint << 32 | objid::bigint) = hashtextextended('{process}', 0)") == 0);
    }

    public override void EndLeases() => Execute("update bots_leases set ExpiresAt = clock_timestamp() - interval '1 second'");

    public override Task CleanOnceAsync(IServiceProvider services) =>
        services.GetRequiredService<PostgreSqlStore>().CleanOnceAsync(TestContext.Current.CancellationToken);

    public override IDisposable Block() => new HeldTransaction(Open(), "lock table bots_inbox in exclusive mode");

    public override async Task<string> ReadAllAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var all = "";
        foreach (var table in (string[])["bots_inbox", "bots_outbox", "bots_dialogs", "bots_access_tokens"])
        {
            // Bytes are shown as bytes, so that what is in them can be read.
            await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)", TestContext.Current.CancellationToken);
            using var reader = new StreamReader(copy);
            all += await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        return all;
    }

    /// <summary>Changes something beside whoever uses it.</summary>
    public void Execute(string sql) => Scalar<long>(sql);

    public override void Dispose()
    {
        if (_connectionString is null || _isOthers)
            return;
        using (var pooled = new NpgsqlConnection(_connectionString))
            NpgsqlConnection.ClearPool(pooled);
        PostgreSqlServer.DropDatabase(_connectionString);
    }

    protected override string RefuseSql => """
        create or replace function no_more() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
        create trigger no_more before insert or update on bots_inbox for each statement execute function no_more();
        """;

    protected override string AllowSql => "drop trigger if exists no_more on bots_inbox";

    protected override DbConnection Open()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var connectionString = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await new PostgreSqlDatabase(Options.Create(new PostgreSqlStoreOptions { ConnectionString = connectionString })).OpenAsync(TestContext.Current.CancellationToken);
        NpgsqlConnection.ClearAllPools();
        return connectionString;
    }
}
