using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator;
using Hongyan.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Hongyan.Server.Tests;

/// <summary>The short form of <c>bench/load proof kill</c>: a real process, really killed.</summary>
public sealed class KillTests
{
    private const int People = 40;
    private const int Kills = 3;

    private static readonly string[] Count = ["计数"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_AtAnyMomentUnderLoad_CountsEveryAcceptedMessageOnce()
    {
        var data = new DataFolder { IsKept = true };
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var simulator = SimulatorHost.Build(
            ["--urls", $"http://127.0.0.1:{FreePort.Next()}", "--Simulator:Apps:demo:CallbackUrl", $"{address}/callback/demo"]);
        await simulator.StartAsync(Cancelled);
        using var platform = new HttpClient { BaseAddress = new Uri(simulator.Urls.First()) };
        await using (var server = new ServerProcess(data, address, simulator.Urls.First()))
        {
            await server.StartAsync();
            await BeginAsync(platform, messages: 20_000, rate: 100);
            for (var kill = 1; kill <= Kills; kill++)
            {
                // In the middle of it: some messages are answered, others are on their way.
                await AnsweredMoreAsync(platform);
                await server.KillAsync();
                await server.StartAsync();
            }
            await AnsweredMoreAsync(platform);
            await StopAsync(platform);
        }

        var accepted = await AcceptedAsync(platform);
        var counted = Counts(data);
        Assert.NotEmpty(accepted);
        // What was committed in the moment before a kill is counted although the platform never heard of it; nothing else is more.
        Assert.All(accepted, person => Assert.InRange(counted.GetValueOrDefault(person.Key), person.Value, long.MaxValue));
        Assert.Equal(Scalar(data, "select count(*) from bots_inbox where State = 1"), counted.Values.Sum());
        data.Delete();
    }

    private static async Task BeginAsync(HttpClient platform, int messages, int rate)
    {
        using var response = await platform.PostAsJsonAsync("/sim/apps/demo/load", new { messages, rate, people = People, atOnce = 500, texts = Count }, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private static async Task StopAsync(HttpClient platform)
    {
        using var response = await platform.PostAsync(new Uri("/sim/load/1/stop", UriKind.Relative), null, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until some more messages are answered.</summary>
    private static async Task AnsweredMoreAsync(HttpClient platform)
    {
        var before = await AnsweredAsync(platform);
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await AnsweredAsync(platform) < before + 30)
            await pause.WaitForNextTickAsync(Cancelled);
    }

    private static async Task<int> AnsweredAsync(HttpClient platform) =>
        (int)(await platform.GetFromJsonAsync<JsonNode>("/sim/load/1", Cancelled))!["counts"]!["accepted"]!;

    /// <summary>How many messages of each person were answered with 200.</summary>
    private static async Task<Dictionary<string, long>> AcceptedAsync(HttpClient platform)
    {
        var lines = (await platform.GetStringAsync(new Uri("/sim/load/1/messages.jsonl", UriKind.Relative), Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(line => JsonNode.Parse(line)!).Where(message => (bool)message["accepted"]!)
            .GroupBy(message => (string)message["member"]!).ToDictionary(person => person.Key, person => person.LongCount());
    }

    private static Dictionary<string, long> Counts(DataFolder data)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "select Person, Count from demo_counts";
        using var rows = command.ExecuteReader();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read())
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        return counts;
    }

    private static long Scalar(DataFolder data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(DataFolder data)
    {
        var connection = new SqliteConnection($"Data Source={data.Combine("hongyan.db")};Pooling=false");
        connection.Open();
        return connection;
    }
}
