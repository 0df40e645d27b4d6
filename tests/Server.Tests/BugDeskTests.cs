using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace Hongyan.Server.Tests;

/// <summary>The bug desk as a newcomer meets it: nothing configured, the simulator beside the server.</summary>
public class BugDeskTests
{
    private const string Member = "/sim/apps/issuedesk/members/zhangsan";

    [Fact]
    public async Task FirstStart_BugReportedAndConfirmedOnTheCard_IsFiledAndTheGroupHearsOfIt()
    {
        await using var running = await RunningServer.StartAsync();

        await PostAsync(running, $"{Member}/messages?wait=true", new { type = "text", content = "登录页打不开，点登录没有反应" });
        var card = await UntilAsync(running, $"{Member}/conversation", entry => (string?)entry["type"] == "template_card");
        await PostAsync(running, $"{Member}/conversation/{card["id"]}/click?wait=true", new { key = "confirm" });

        var told = await UntilAsync(running, $"{Member}/conversation", entry => ((string?)entry["content"])?.StartsWith("提交成功", StringComparison.Ordinal) == true);
        Assert.Contains($"{running.Server.BaseAddress}demo/issues/CRM-1", (string?)told["content"], StringComparison.Ordinal);
        var announced = await UntilAsync(running, "/sim/groups/wrproject000000000000000000000001/conversation", _ => true);
        Assert.Contains("Bug 通知 CRM-1", (string?)announced["content"], StringComparison.Ordinal);
        Assert.Contains("登录页打不开", await running.Server.GetStringAsync("/demo/issues/CRM-1", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_DeskWithoutAStore_IsRefused()
    {
        using var data = new DataFolder();

        var failure = await Assert.ThrowsAsync<HongyanStartupException>(async () =>
        {
            await using var app = ServerHost.Build(["--environment=Development", data.Argument, "--Storage:Provider=Memory", "--IssueDesk:Enabled=true"]);
        });

        Assert.Equal("HY2002", failure.Code);
    }

    [Fact]
    public async Task Start_InProductionWithoutATracker_OpensTheConsoleWhereOneIsChosen()
    {
        using var data = new DataFolder();
        await using var app = ServerHost.Build(
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", data.Argument, "--IssueDesk:Enabled=true", "--IssueDesk:Account=bugs",
            "--Accounts:bugs:Platform=WeCom", "--Accounts:bugs:CorpId=ww1111111111111111", "--Accounts:bugs:AgentId=1000009",
            "--Accounts:bugs:Secret=Zs8Kq2RmTfXw5LcVb7NpYd3GhJ9uAe4oQi6BtM1x0Ck", "--Accounts:bugs:Token=9fQ2mXv7LsTzKw4cRb8N",
            "--Accounts:bugs:EncodingAESKey=q8ZtVxN2mKc5RwYh7LdPf3GsJb9TaXe4WuQo6CyHi1M",
        ]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var browser = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(app)) };

        using var page = await browser.GetAsync("/console/issuedesk/tracker", TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/console/sign-in", page.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private static async Task PostAsync(RunningServer running, string address, object body)
    {
        using var response = await running.Simulator.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<JsonNode> UntilAsync(RunningServer running, string address, Func<JsonNode, bool> isIt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var entries = await running.Simulator.GetFromJsonAsync<JsonArray>(address, patience.Token);
            if (entries!.FirstOrDefault(entry => isIt(entry!)) is { } found)
                return found;
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }
}
