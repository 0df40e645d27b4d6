using Hongyan.Tests;
using Npgsql;

namespace Hongyan.Hub.Tests.Fakes;

/// <summary>Two servers on one PostgreSQL, with the bug desk and an administrator. They start at once, on an empty database.</summary>
public sealed class TwoConsoles : IAsyncLifetime
{
    private static readonly string[] Desk =
    [
        "--IssueDesk:Enabled=true", "--Accounts:issuedesk:Platform=WeCom", "--Accounts:issuedesk:CorpId=ww5e0f7d4b2a9c1d38", "--Accounts:issuedesk:AgentId=1000004",
        "--Accounts:issuedesk:Secret=aLp3Zc0xWvT9eQ7rYb2mKd8sNf4hJg6uXi1oCq5tGyE", "--Accounts:issuedesk:Token=kT7wQzB2vN9x",
        "--Accounts:issuedesk:EncodingAESKey=pQ3mV8xZ1nC6bK9jH4gF7dS2aL5wE0rT8yU3iO6pQ1M",
    ];

    private RunningConsole? _one;
    private RunningConsole? _other;

    internal RunningConsole One => _one!;

    internal RunningConsole Other => _other!;

    internal string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var starting = new[] { StartAsync(), StartAsync() };
        (_one, _other) = (await starting[0], await starting[1]);
        using var admin = await One.VisitAsAdministratorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var console in new[] { _one, _other })
        {
            if (console is not null)
                await console.DisposeAsync();
        }
        if (ConnectionString.Length > 0)
            PostgreSqlServer.DropDatabase(ConnectionString);
    }

    /// <summary>Cuts the connections on which the nodes hear each other, as a network does.</summary>
    internal async Task CutClusterConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var cut = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'Hongyan cluster' and datname = current_database()", connection);
        await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private Task<RunningConsole> StartAsync() => RunningConsole.StartAsync(["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={ConnectionString}", .. Desk]);
}
