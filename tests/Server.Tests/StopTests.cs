using System.Diagnostics;
using Hongyan.Tests;
using Npgsql;

namespace Hongyan.Server.Tests;

/// <summary>A node that is told to stop, as systemd does, while it still starts.</summary>
public sealed class StopTests
{
    /// <summary>What the node waits for before it may make the tables.</summary>
    private const long MigrationLock = 0x486F6E6779616E;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_WhileAnotherNodeMakesTheTables_EndsWithoutAWord()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        using var data = new DataFolder();
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using var other = new NpgsqlConnection(database + ";Pooling=false");
        await other.OpenAsync(Cancelled);
        await ExecuteAsync(other, $"select pg_advisory_lock({MigrationLock})");
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            typeof(ServerHost).Assembly.Location, "--environment=Development", "--urls=http://127.0.0.1:0", "--Simulator:Enabled=false", data.Argument,
            "--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={database}", "--Logging:LogLevel:Default=Warning",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancelled), process.StandardError.ReadToEndAsync(Cancelled));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        // The view shows the locks of every database of the server, those of tests beside this one among them.
        const string Waiting = """
            select count(*) from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())
            """;
        while (!process.HasExited && await ExecuteAsync(other, Waiting) is not 1L)
            await pause.WaitForNextTickAsync(Cancelled);

        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);

        Assert.Equal((0, "", ""), (process.ExitCode, await output, await error));
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
