using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Hongyan.Load.Proof;

/// <summary>A server on a folder of its own and the platform opposite it; gone without a trace when the proof is over.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string _folder;
    private readonly HttpClient _server;

    private Stage(string folder, Platform platform, Gate gate, ServerProcess server, string address)
    {
        _folder = folder;
        Platform = platform;
        Gate = gate;
        Server = server;
        Address = new Uri(address);
        _server = new HttpClient { BaseAddress = Address };
    }

    public Platform Platform { get; }

    /// <summary>What stands between the server and the platform's API.</summary>
    public Gate Gate { get; }

    public ServerProcess Server { get; }

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; }

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "hongyan.db")};Pooling=false;Default Timeout=60";

    /// <param name="isSilent">Whether the account cannot send by itself.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<Stage> StartAsync(bool isSilent, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{Proof.Platform.FreePort()}";
        var folder = Directory.CreateTempSubdirectory("hongyan-proof-").FullName;
        var platform = await Proof.Platform.StartAsync($"{address}/wecom", cancellationToken);
        var gate = new Gate(new Uri(platform.Address));
        var stage = new Stage(folder, platform, gate, new ServerProcess(address, folder, gate.Address, isSilent), address);
        await stage.Server.StartAsync(cancellationToken);
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
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the proofs' own.
        command.CommandText = $"select count(*) from {what}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Why messages of the outbox were not sent: the reasons, with how many have each.</summary>
    public string Failures()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) || ' × ' || coalesce(ErrorCode, '') || ' ' || substr(coalesce(Error, ''), 1, 120) from bots_outbox where State in (3, 5) group by ErrorCode order by count(*) desc limit 3";
        using var rows = command.ExecuteReader();
        var reasons = new List<string>();
        while (rows.Read())
            reasons.Add(rows.GetString(0));
        return string.Join(", ", reasons);
    }

    /// <summary>How often the effect of each message is there.</summary>
    public IReadOnlyDictionary<string, int> Effects()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
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
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return new HeldLock(connection, connection.BeginTransaction());
    }

    public async Task<JsonNode> AskServerAsync(string path, CancellationToken cancellationToken) =>
        (await _server.GetFromJsonAsync<JsonNode>(path, cancellationToken))!;

    public async Task TellServerAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _server.PostAsync(new Uri(path, UriKind.Relative), null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await Server.DisposeAsync();
        await Gate.DisposeAsync();
        await Platform.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
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
