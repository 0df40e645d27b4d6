using System.Text.Json.Nodes;
using Hongyan.Cli.Tests;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.Tests;
using Npgsql;

namespace Hongyan.Server.Tests;

/// <summary>A server in use moves from SQLite to PostgreSQL by <c>hongyan migrate-data</c>, step by step as its guide says.</summary>
public sealed class MigratedDataTests
{
    private const string Password = "correct horse 42";
    private const string Waiting = "等着发的一条";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MigrateData_OfAServerInUse_GoesOnAsIfNothingHadHappened()
    {
        using var data = new DataFolder();
        using var node = new DataFolder();
        var target = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using var running = await RestartedServer.CreateAsync();
        await running.StartAsync(data, connectionString: null);
        using var admin = await SetUpAsync(running, data);
        Assert.Equal("你一共发过 1 次计数。", await running.DeliverAsync());
        await ReportAsync(running, "lisi", "提bug 支付页面一直转圈");
        await running.ClickAsync("issuedesk", "lisi", await CardAsync(running, "lisi"), "confirm");
        await HearTextAsync(running, "issuedesk", "lisi", "收到了，编号 CRM-1");
        await ReportAsync(running, "zhangsan", "提bug 登录页打不开");
        var card = await CardAsync(running, "zhangsan");
        var sent = await running.PushAsync("发过的一条");
        await HearTextAsync(running, "demo", "zhangsan", "发过的一条");
        await running.SetRefusingAsync(true);
        var waiting = await running.PushAsync(Waiting);
        await running.StopAsync();

        await running.StartAsync(node, target);
        await running.StopAsync();
        var run = await CommandRun.OfAsync(["migrate-data", "--from", data.Combine("hongyan.db"), "--to", target]);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        await running.SetRefusingAsync(false);
        // The pause after the refusal is over.
        await ExecuteAsync(target, "update bots_outbox set notbefore = 0 where state = 0");
        await running.StartAsync(node, target);

        Assert.Equal("你一共发过 1 次计数。", await running.DeliverAsync());
        Assert.Equal("你一共发过 2 次计数。", await running.SayAsync("demo", "zhangsan", "计数"));
        await HearTextAsync(running, "demo", "zhangsan", Waiting);
        Assert.Equal((sent, waiting), (await running.PushAsync("发过的一条"), await running.PushAsync(Waiting)));
        await running.ClickAsync("issuedesk", "zhangsan", card, "confirm");
        await HearTextAsync(running, "issuedesk", "zhangsan", "收到了，编号 CRM-2");
        Assert.Contains("CRM-1", await running.SayAsync("issuedesk", "lisi", "我的bug"), StringComparison.Ordinal);
        await AssertConsoleGoesOnAsync(running, admin);
        await AssertAuditGoesOnAsync(target);
        await running.StopAsync();
        Assert.Equal(["发过的一条", Waiting], (await running.ReadAsync("demo", "zhangsan")).Select(entry => (string?)entry["content"]).Where(text => text?.EndsWith("的一条", StringComparison.Ordinal) == true));
        PostgreSqlServer.DropDatabase(target);
    }

    private static async Task<PageClient> SetUpAsync(RestartedServer running, DataFolder data)
    {
        var admin = new PageClient(running.Address);
        var link = new Uri((await File.ReadAllTextAsync(data.Combine("setup-link.txt"), Cancelled)).Trim());
        Assert.Equal(302, (await admin.PostAsync(link.PathAndQuery, "setup", new() { ["name"] = "admin", ["password"] = Password, ["repeated"] = Password })).Status);
        Assert.Equal(302, (await admin.PostAsync("/console/issuedesk/texts/Created", "text", new() { ["text"] = "收到了，编号 {key}", ["do"] = "save" })).Status);
        return admin;
    }

    /// <summary>Whoever was signed in still is, and whoever has to sign in can; what was begun is there to see.</summary>
    private static async Task AssertConsoleGoesOnAsync(RestartedServer running, PageClient admin)
    {
        var drafts = await admin.GetAsync("/console/issuedesk/drafts");
        Assert.Equal(200, drafts.Status);
        Assert.Contains("支付页面一直转圈", drafts.Html, StringComparison.Ordinal);
        Assert.Contains("登录页打不开", drafts.Html, StringComparison.Ordinal);
        using var other = new PageClient(running.Address);
        Assert.Equal(302, (await other.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "admin", ["password"] = Password })).Status);
        using var wrong = new PageClient(running.Address);
        Assert.NotEqual(302, (await wrong.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "admin", ["password"] = "not the password" })).Status);
    }

    private static async Task AssertAuditGoesOnAsync(string target)
    {
        Assert.Equal(1L, await ExecuteAsync(target, "select count(*) from hub_audit where action = 'desk.setting.change' and actor = 'admin'"));
        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(target, "delete from hub_audit"))).Message, StringComparison.Ordinal);
    }

    private static async Task ReportAsync(RestartedServer running, string member, string text) => await running.SayAsync("issuedesk", member, text);

    private static Task<JsonNode> CardAsync(RestartedServer running, string member) => running.HearAsync("issuedesk", member, entry => (string?)entry["type"] == "template_card");

    private static Task<JsonNode> HearTextAsync(RestartedServer running, string app, string member, string text) => running.HearAsync(app, member, entry => (string?)entry["content"] == text);

    private static async Task<object?> ExecuteAsync(string target, string sql)
    {
        await using var connection = new NpgsqlConnection(target + ";Pooling=false");
        await connection.OpenAsync(Cancelled);
#pragma warning disable CA2100 // The tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
