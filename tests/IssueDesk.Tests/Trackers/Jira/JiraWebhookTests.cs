using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Trackers.Jira;

/// <summary>What the address of Jira's webhook takes, and what not.</summary>
public sealed class JiraWebhookTests : IAsyncLifetime
{
    private FakeJira _jira = null!;

    public async ValueTask InitializeAsync() => _jira = await FakeJira.StartAsync();

    public ValueTask DisposeAsync() => _jira.DisposeAsync();

    [Theory]
    [InlineData("wrong")]
    [InlineData("HOOK-SECRET")]
    public async Task Webhook_WrongSecret_FindsNothing(string secret)
    {
        await using var desk = await StartAsync(("IssueDesk:Tracker:WebhookSecret", "hook-secret"));

        Assert.Equal(HttpStatusCode.NotFound, await HookAsync(desk, secret, Change("CRM-1", "Done", by: "lisi")));
        Assert.NotEqual("Done", desk.Drafts()[0].IssueState);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.OK)]
    [InlineData("""{"issue":{"key":"CRM-99"},"changelog":{"items":[{"field":"status","toString":"Done"}]}}""", HttpStatusCode.OK)]
    [InlineData("""{"issue":"CRM-1","changelog":7}""", HttpStatusCode.BadRequest)]
    public async Task Webhook_AnythingElse_DoesNothing(string body, HttpStatusCode expected)
    {
        await using var desk = await StartAsync(("IssueDesk:Tracker:WebhookSecret", "hook-secret"));

        Assert.Equal(expected, await HookAsync(desk, "hook-secret", body));
    }

    private async Task<Desk> StartAsync(params (string, string)[] settings)
    {
        var desk = await Desk.StartAsync(_jira.Settings("JiraServer", settings));
        // A card could be changed instead of a message sent; here the message is looked at.
        desk.Platform.Answers("/cgi-bin/message/update_template_card", _ => """{"errcode":60140,"errmsg":"used"}""");
        await desk.Zhangsan.SaysAsync("登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await desk.Zhangsan.ReceivesAsync();
        return desk;
    }

    private static async Task<HttpStatusCode> HookAsync(Desk desk, string secret, string body)
    {
        using var browser = desk.Browser();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await browser.PostAsync(new Uri($"/hooks/jira/{secret}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static string Change(string key, string state, string by) => new JsonObject
    {
        ["webhookEvent"] = "jira:issue_updated",
        ["user"] = new JsonObject { ["name"] = by },
        ["issue"] = new JsonObject { ["key"] = key },
        ["changelog"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["field"] = "status", ["toString"] = state }) },
    }.ToJsonString();
}
