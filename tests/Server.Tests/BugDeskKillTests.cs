using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.Simulator;
using Hongyan.Tests;
using Microsoft.AspNetCore.Builder;

namespace Hongyan.Server.Tests;

/// <summary>A-27 with a real process, really killed, and configured by its environment as an installation is.</summary>
public sealed class BugDeskKillTests
{
    private const string Member = "/sim/apps/issuedesk/members/zhangsan";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_WhileJiraCreates_IsOneIssueAndTheReporterHearsOfIt()
    {
        var data = new DataFolder { IsKept = true };
        await using var jira = await FakeJira.StartAsync();
        jira.NextPostWaits(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancelled));
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var simulator = SimulatorHost.Build(
            ["--urls", $"http://127.0.0.1:{FreePort.Next()}", "--Simulator:Apps:issuedesk:CallbackUrl", $"{address}/callback/issuedesk"]);
        await simulator.StartAsync(Cancelled);
        using var platform = new HttpClient { BaseAddress = new Uri(simulator.Urls.First()) };
        await using (var server = new ServerProcess(data, address, simulator.Urls.First(), new Dictionary<string, string>
        {
            ["Accounts__issuedesk__ApiBaseAddress"] = simulator.Urls.First(),
            ["IssueDesk__Enabled"] = "true",
            ["IssueDesk__Account"] = "issuedesk",
            ["IssueDesk__Tracker__Kind"] = "JiraServer",
            ["IssueDesk__Tracker__BaseUrl"] = jira.Url,
            ["IssueDesk__Tracker__Token"] = "s3cret-of-jira",
            ["IssueDesk__Names__zhangsan"] = "zsan",
        }))
        {
            await server.StartAsync();
            await SayAsync(platform, "提bug 登录页打不开");
            await HeardAsync(platform, entry => (string?)entry["type"] == "template_card");
            await SayAsync(platform, "确认");
            using (var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20)))
            {
                while (jira.Issues.Count == 0)
                    await pause.WaitForNextTickAsync(Cancelled);
            }

            await server.KillAsync();
            await server.StartAsync();
            await HeardAsync(platform, entry => ((string?)entry["content"])?.StartsWith("提交成功", StringComparison.Ordinal) == true);
        }

        var post = Assert.Single(jira.Posts);
        Assert.Equal(("Bearer s3cret-of-jira", "zsan"), (post.Authorization, (string?)post.Fields["reporter"]!["name"]));
        Assert.Single(jira.Issues);
        data.Delete();
    }

    private static async Task SayAsync(HttpClient platform, string text)
    {
        using var response = await platform.PostAsJsonAsync($"{Member}/messages?wait=true", new { type = "text", content = text }, Cancelled);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task HeardAsync(HttpClient platform, Func<JsonNode, bool> isIt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await platform.GetFromJsonAsync<JsonArray>($"{Member}/conversation", patience.Token))!.Any(entry => isIt(entry!)))
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
