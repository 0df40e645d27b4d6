using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Hongyan.Server.Tests;

public sealed class ReadyTests
{
    [Fact]
    public async Task Ready_EverythingWorks_NamesTheParts()
    {
        await using var running = await RunningServer.StartAsync();

        var (status, body) = await ReadyAsync(running);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"up","parts":{"migrations":{"status":"up"},"store":{"status":"up"},"writer":{"status":"up"}}}""", body.ToJsonString());
    }

    [Fact]
    public async Task Ready_DatabaseIsLocked_NamesTheWriterAndNoPath()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var running = await RunningServer.StartAsync(kept, "--Storage:BusyTimeout=00:00:01"))
        {
            using (var other = new SqliteConnection($"Data Source={kept.Combine("hongyan.db")};Pooling=false"))
            {
                other.Open();
                using var writing = other.BeginTransaction();

                var (status, body) = await ReadyAsync(running);

                Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
                Assert.Equal(("down", "down", "up", "up"), ((string?)body["status"], StatusOf(body, "writer"), StatusOf(body, "store"), StatusOf(body, "migrations")));
                Assert.Contains("503", (string?)body["parts"]!["writer"]!["problem"], StringComparison.Ordinal);
                Assert.DoesNotContain(kept.Combine(""), body.ToJsonString(), StringComparison.Ordinal);
            }
            Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(running)).Status);
        }
        kept.Delete();
    }

    [Fact]
    public async Task Ready_TablesAreOfAnotherVersion_NamesTheMigrations()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var running = await RunningServer.StartAsync(kept))
        {
            using (var other = new SqliteConnection($"Data Source={kept.Combine("hongyan.db")};Pooling=false"))
            {
                other.Open();
                using var forget = other.CreateCommand();
                forget.CommandText = "delete from bots_migrations";
                forget.ExecuteNonQuery();
            }

            var (status, body) = await ReadyAsync(running);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal(("down", "up"), (StatusOf(body, "migrations"), StatusOf(body, "writer")));
        }
        kept.Delete();
    }

    private static string? StatusOf(JsonNode body, string part) => (string?)body["parts"]![part]!["status"];

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ReadyAsync(RunningServer running)
    {
        using var response = await running.Server.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }
}
