using System.Net;
using Microsoft.Data.Sqlite;

namespace Hongyan.Server.Tests;

public sealed class StorageTests
{
    [Fact]
    public async Task Count_ServerStartedAgain_GoesOnCounting()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var first = await RunningServer.StartAsync(kept))
            Assert.Contains("1", await CountAsync(first), StringComparison.Ordinal);
        await using (var second = await RunningServer.StartAsync(kept))
            Assert.Contains("2", await CountAsync(second), StringComparison.Ordinal);
        kept.Delete();
    }

    [Fact]
    public async Task DataFolder_AfterTheFirstStart_HoldsDatabaseAndKeysForNobodyElse()
    {
        var kept = new DataFolder { IsKept = true };
        await using (await RunningServer.StartAsync(kept))
        {
            Assert.True(File.Exists(kept.Combine("hongyan.db")));
            Assert.Single(Directory.EnumerateFiles(kept.Combine("keys")));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(kept.Combine("keys")));
        }
        kept.Delete();
    }

    [Fact]
    public async Task Memory_Chosen_WritesNothing()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var running = await RunningServer.StartAsync(kept, "--Storage:Provider=Memory"))
            Assert.Contains("1", await CountAsync(running), StringComparison.Ordinal);

        Assert.Empty(Directory.EnumerateFileSystemEntries(kept.Combine("")));
        kept.Delete();
    }

    [Fact]
    public async Task Ready_DatabaseIsLocked_IsNotReadyAndCallbacksAreRefusedUntilItIsFree()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var running = await RunningServer.StartAsync(kept, "--Storage:BusyTimeout=00:00:01"))
        {
            using (var other = new SqliteConnection($"Data Source={kept.Combine("hongyan.db")};Pooling=false"))
            {
                other.Open();
                using var writing = other.BeginTransaction();
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await running.Server.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
                Assert.Equal(HttpStatusCode.OK, (await running.Server.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
                var refused = await running.SayAsync("计数");
                Assert.Equal(503, (int)refused["attempts"]![0]!["status"]!);
            }

            Assert.Contains("1", await CountAsync(running, "lisi"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await running.Server.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        }
        kept.Delete();
    }

    private static async Task<string> CountAsync(RunningServer running, string member = "zhangsan") =>
        (string)(await running.SayAsync("计数", member))["reply"]!["content"]!;
}
