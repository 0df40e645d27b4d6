using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hongyan.Load.Proof;

/// <summary>A server on a folder of its own, or several on a database, and the platform opposite them; gone without a trace when the proof is over.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _http = new();
    private readonly string _folder;
    private readonly Nginx? _front;
    private readonly string? _postgreSql;

    private Stage(string folder, Platform platform, Gate gate, IReadOnlyList<ServerProcess> servers, Nginx? front, PostgreSqlServer? database, TcpProxy? line, string? postgreSql)
    {
        Line = line;
        _folder = folder;
        _front = front;
        _postgreSql = postgreSql;
        Platform = platform;
        Gate = gate;
        Servers = servers;
        Database = database;
    }

    public Platform Platform { get; }

    /// <summary>What stands between the servers and the platform's API.</summary>
    public Gate Gate { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ServerProcess> Servers { get; }

    /// <summary>The first of them, or the only one.</summary>
    public ServerProcess Server => Servers[0];

    /// <summary>The server of the database; null where it is a file.</summary>
    public PostgreSqlServer? Database { get; }

    /// <summary>What stands between the servers and the database; null where nothing does.</summary>
    public TcpProxy? Line { get; }

    /// <summary>Where the first server listens.</summary>
    public Uri Address => new(Server.Address);

    /// <summary>One server on a file.</summary>
    /// <param name="isSilent">Whether the account cannot send by itself.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<Stage> StartAsync(bool isSilent, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{Proof.Platform.FreePort()}";
        var folder = Directory.CreateTempSubdirectory("hongyan-proof-").FullName;
        var platform = await Proof.Platform.StartAsync($"{address}/wecom", cancellationToken);
        var gate = new Gate(new Uri(platform.Address));
        var stage = new Stage(folder, platform, gate, [new ServerProcess(address, folder, gate.Address, isSilent)], front: null, database: null, line: null, postgreSql: null);
        await stage.Server.StartAsync(cancellationToken);
        return stage;
    }

    /// <summary>Several servers behind nginx, on one PostgreSQL that flushes every commit to the disk.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="hasLine">Whether a line that can be cut stands between them and the database; it costs time.</param>
    public static async Task<Stage> StartNodesAsync(int nodes, CancellationToken cancellationToken, bool hasLine = false)
    {
        var folder = Directory.CreateTempSubdirectory("hongyan-proof-").FullName;
        var database = await PostgreSqlServer.StartAsync(isDurable: true);
        var postgreSql = await database.CreateDatabaseAsync();
        var line = hasLine ? new TcpProxy(database.Port) : null;
        var seenByNodes = new NpgsqlConnectionStringBuilder(postgreSql) { Port = line?.Port ?? database.Port }.ConnectionString;
        var addresses = Enumerable.Range(0, nodes).Select(_ => $"http://127.0.0.1:{Proof.Platform.FreePort()}").ToList();
        var front = await Nginx.StartAsync(addresses, cancellationToken);
        var platform = await Proof.Platform.StartAsync($"{front.Address}/wecom", cancellationToken);
        var gate = new Gate(new Uri(platform.Address));
        var stage = new Stage(
            folder, platform, gate, [.. addresses.Select(address => new ServerProcess(address, folder, gate.Address, isSilent: false, seenByNodes))], front, database, line, postgreSql);
        // The first makes the keys that all of them read.
        foreach (var server in stage.Servers)
            await server.StartAsync(cancellationToken);
        return stage;
    }

    /// <summary>Waits until nothing is pending and nothing is to be sent.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (Count("bots_inbox where State = 0") + Count("bots_outbox where State < 2") > 0)
            await Task.Delay(Pause, cancellationToken);
    }

    /// <summary>How many rows of the server's database fit.</summary>
    /// <param name="what">What stands behind <c>from</c>.</param>
    public long Count(string what)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the proofs' own.
        command.CommandText = $"select count(*) from {what}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The servers as the database knows them: a new one each time that the others have given one up.</summary>
    public string Names()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select string_agg(Id, ', ' order by Id) from bots_nodes";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Why messages of the outbox were not sent: the reasons, with how many have each.</summary>
    public string Failures()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) || ' × ' || coalesce(ErrorCode || '', '') || ' ' || substr(coalesce(max(Error), ''), 1, 120) from bots_outbox where State in (3, 5) group by ErrorCode order by count(*) desc limit 3";
        using var rows = command.ExecuteReader();
        var reasons = new List<string>();
        while (rows.Read())
            reasons.Add(rows.GetString(0));
        return string.Join(", ", reasons);
    }

    /// <summary>How often the effect of each message is there.</summary>
    public IReadOnlyDictionary<string, int> Effects()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select content, count(*) from effects group by content";
        using var rows = command.ExecuteReader();
        var effects = new Dictionary<string, int>(StringComparer.Ordinal);
        while (rows.Read())
            effects.Add(rows.GetString(0), rows.GetInt32(1));
        return effects;
    }

    /// <summary>Locks the database as a backup that went wrong does, until it is disposed of.</summary>
    public IDisposable Lock()
    {
        var connection = (SqliteConnection)Open();
        return new HeldLock(connection, connection.BeginTransaction());
    }

    public Task<JsonNode> AskServerAsync(string path, CancellationToken cancellationToken) => AskServerAsync(Server, path, cancellationToken);

    public async Task<JsonNode> AskServerAsync(ServerProcess server, string path, CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<JsonNode>(new Uri(new Uri(server.Address), path), cancellationToken))!;

    public Task TellServerAsync(string path, CancellationToken cancellationToken) => TellServerAsync(Server, path, cancellationToken);

    public async Task TellServerAsync(ServerProcess server, string path, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync(new Uri(new Uri(server.Address), path), null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_front is not null)
            await _front.DisposeAsync();
        foreach (var server in Servers)
            await server.DisposeAsync();
        if (Line is not null)
            await Line.DisposeAsync();
        await Gate.DisposeAsync();
        await Platform.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private DbConnection Open()
    {
        DbConnection connection = _postgreSql is null
            ? new SqliteConnection($"Data Source={Path.Combine(_folder, "hongyan.db")};Pooling=false;Default Timeout=60")
            : new NpgsqlConnection($"{_postgreSql};Pooling=false;Command Timeout=60");
        connection.Open();
        return connection;
    }

    private sealed class HeldLock(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
    {
        public void Dispose()
        {
            transaction.Dispose();
            connection.Dispose();
        }
    }
}
