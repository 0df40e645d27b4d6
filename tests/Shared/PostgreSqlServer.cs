using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Hongyan.Tests;

/// <summary>
/// A PostgreSQL server of the test process itself: Debian's binaries on a folder and a port that nobody else has. It ends with the process,
/// however that ends, and leaves nothing.
/// </summary>
internal sealed class PostgreSqlServer
{
    private const string User = "postgres";

    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgreSqlServer>> SharedServer = new(() => StartAsync());
    private static int _databases;

    private readonly bool _isDurable;
    private readonly string _folder = Directory.CreateTempSubdirectory("hongyan-pg-").FullName;

    // Held, because what nobody holds is closed.
    private Process? _end;

    private PostgreSqlServer(int port, bool isDurable)
    {
        Port = port;
        _isDurable = isDurable;
    }

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed (Debian: postgresql-15)." : null;

    public int Port { get; }

    /// <summary>The one of this process; skips the test where PostgreSQL is not installed.</summary>
    public static Task<PostgreSqlServer> SharedAsync()
    {
        ThrowIfMissing();
        return SharedServer.Value;
    }

    /// <summary>Starts one for a test that stops it again.</summary>
    /// <param name="isDurable">Whether every commit is flushed to the disk, as it is where it matters.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool isDurable = false)
    {
        ThrowIfMissing();
        var server = new PostgreSqlServer(FreePort.Next(), isDurable);
        await server.InitializeAsync();
        return server;
    }

    /// <summary>Makes a database.</summary>
    /// <param name="template">The database that it is a copy of; null for an empty one.</param>
    /// <returns>How it is opened.</returns>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"create database {name} template {(template is null ? "template0" : new NpgsqlConnectionStringBuilder(template).Database)}");
        return ConnectionStringOf(name);
    }

    /// <summary>Deletes a database, whoever uses it.</summary>
    public static void DropDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database;
        settings.Database = User;
        settings.Pooling = false;
        using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
#pragma warning disable CA2100 // The name was made here.
        using var command = new NpgsqlCommand($"drop database if exists {name} with (force)", connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Stops it as a power cut does.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "stop", "-D", _folder, "-m", "immediate");

    /// <summary>Starts it again on the same data and the same port.</summary>
    public Task StartAgainAsync() => RunAsync("pg_ctl", "start", "-w", "-D", _folder, "-l", Path.Combine(_folder, "log"), "-o", Settings());

    private string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Database = database,
    }.ConnectionString;

    private string Settings() => string.Create(
        CultureInfo.InvariantCulture, $"-p {Port} -k {_folder} -c listen_addresses=127.0.0.1 {(_isDurable ? "" : "-c fsync=off -c full_page_writes=off")} -c max_connections=200 -c shared_buffers=32MB");

    private async Task InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess)
            await Process.Start("chown", [User, _folder]).WaitForExitAsync();
        await RunAsync("initdb", "-D", _folder, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await StartAgainAsync();
        // The shell reads until this process has gone, and tidies up.
        var end = NewProcess("sh", ["-c", "cat >/dev/null; \"$1/pg_ctl\" stop -D \"$0\" -m immediate >/dev/null 2>&1; rm -rf \"$0\"", _folder, Binaries!]);
        end.RedirectStandardInput = true;
        _end = Process.Start(end);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringOf("postgres") + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The names are made above.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // A server that is started keeps these open for ever, so nobody may wait for their end.
        using var process = Process.Start(NewProcess("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", Path.Combine(Binaries!, program), .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static ProcessStartInfo NewProcess(string program, IEnumerable<string> arguments) => Environment.IsPrivilegedProcess
        ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
        : new ProcessStartInfo(program, arguments);

    /// <summary>xUnit skips a test by the beginning of this message, and a program that has no xUnit fails with the rest of it.</summary>
    private static void ThrowIfMissing()
    {
        if (Missing is { } reason)
            throw new PlatformNotSupportedException($"$XunitDynamicSkip${reason}");
    }

    private static string? FindBinaries() => OperatingSystem.IsLinux() && Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Order(StringComparer.Ordinal).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;
}
