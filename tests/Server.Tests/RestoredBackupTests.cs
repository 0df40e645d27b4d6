using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Hongyan.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hongyan.Server.Tests;

/// <summary>A backup of a running server that is put back after the server went on, as docs/guides/backup.md says.</summary>
public sealed class RestoredBackupTests
{
    private const string Waiting = "备份时等着发的一条";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restore_BackupOfWhatWasSentLater_RemembersAnswersAndSendsNothingTwice(bool isPostgreSql)
    {
        if (isPostgreSql && !File.Exists("/usr/bin/pg_dump"))
            Assert.Skip("pg_dump is not installed (Debian: postgresql-client).");
        using var data = new DataFolder();
        using var restored = new DataFolder();
        var postgreSql = isPostgreSql ? await PostgreSqlServer.SharedAsync() : null;
        var (database, copy) = postgreSql is null ? (null, null) : (await postgreSql.CreateDatabaseAsync(), await postgreSql.CreateDatabaseAsync());
        await using var running = await RestartedServer.CreateAsync();
        await running.StartAsync(data, database);
        var answer = await running.DeliverAsync();
        await running.SetRefusingAsync(true);
        var name = await running.PushAsync(Waiting);
        await UntilAsync(data, database, "select count(*) from bots_outbox where State = 0 and Attempts > 0");

        await BackUpAsync(data, restored, database, copy);
        await running.StopAsync();
        await running.SetRefusingAsync(false);
        await ExecuteAsync(data, database, "update bots_outbox set NotBefore = 0");
        await running.StartAsync(data, database);
        await running.HearAsync("demo", "zhangsan", entry => (string?)entry["content"] == Waiting);
        await running.StopAsync();
        await ExecuteAsync(restored, copy, "update bots_outbox set NotBefore = 0");
        await ExecuteAsync(restored, copy, await File.ReadAllTextAsync(Script(), Cancelled));
        await running.StartAsync(restored, copy);

        await UntilAsync(restored, copy, "select count(*) from bots_outbox where State = 4");
        Assert.Equal("你一共发过 1 次计数。", answer);
        Assert.Equal(answer, await running.DeliverAsync());
        Assert.Equal("你一共发过 2 次计数。", await running.SayAsync("demo", "zhangsan", "计数"));
        Assert.Equal(name, await running.PushAsync(Waiting));
        await running.StopAsync();
        Assert.Single(await running.ReadAsync("demo", "zhangsan"), entry => (string?)entry["content"] == Waiting);
    }

    private static async Task BackUpAsync(DataFolder data, DataFolder restored, string? database, string? copy)
    {
        if (database is not null)
        {
            var file = restored.Combine("hongyan.dump");
            await RunAsync("pg_dump", "--format=custom", $"--file={file}", Words(database));
            await RunAsync("pg_restore", "--no-owner", "--exit-on-error", $"--dbname={Words(copy!)}", file);
            return;
        }
        await using var from = (SqliteConnection)await OpenAsync(data, null);
        await using var to = (SqliteConnection)await OpenAsync(restored, null);
        // What .backup of sqlite3 does.
        from.BackupDatabase(to);
        Directory.CreateDirectory(restored.Combine("keys"));
        foreach (var key in Directory.GetFiles(data.Combine("keys")))
            File.Copy(key, Path.Combine(restored.Combine("keys"), Path.GetFileName(key)));
    }

    private static string Words(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"host={settings.Host} port={settings.Port} user={settings.Username} dbname={settings.Database}";
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Cancelled);
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task UntilAsync(DataFolder data, string? database, string count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ExecuteAsync(data, database, count) is not 1L)
            await pause.WaitForNextTickAsync(patience.Token);
    }

    private static async Task<object?> ExecuteAsync(DataFolder data, string? database, string sql)
    {
        await using var connection = await OpenAsync(data, database);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own, and the file that is deployed.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancelled);
    }

    private static async Task<DbConnection> OpenAsync(DataFolder data, string? database)
    {
        DbConnection connection = database is null ? new SqliteConnection($"Data Source={data.Combine("hongyan.db")};Pooling=false") : new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    private static string Script([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../deploy/restored.sql"));
}
