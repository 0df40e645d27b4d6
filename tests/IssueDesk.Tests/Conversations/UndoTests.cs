using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.IssueDesk.Trackers;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>What a person can still say of an issue that is in Jira: 撤销 within five minutes, 补充, its key.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    private FakeJira _jira = null!;

    public static TheoryData<string> Kinds => FakeJira.Kinds;

    public async ValueTask InitializeAsync() => _jira = await FakeJira.StartAsync();

    public ValueTask DisposeAsync() => _jira.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Undo_WithinFiveMinutes_ClosesTheIssueAndTellsNobodyTwice(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind, ("IssueDesk:Group:ChatId", "bugs")));

        await ChatLog.PlayAsync(desk, "撤销.txt",
        [
            ("Jira 里关上了，写明是报告人撤的", async () =>
            {
                await Desk.UntilAsync(() => _jira.Comments.Count == 1);
                Assert.Equal("Closed", (string)_jira.Issues[0]["fields"]!["status"]!["name"]!);
                Assert.Contains("报告人在企业微信里撤销了它", System.Text.RegularExpressions.Regex.Unescape(_jira.Comments[0].Body), StringComparison.Ordinal);
            }),
            ("没有人再通知张三", async () =>
            {
                await Desk.UntilAsync(() => _jira.Requests.Any(request => request.Query.Contains("key in", StringComparison.Ordinal)));
                await Desk.UntilAsync(() => desk.Platform.Calls.Count(call => call.Path == "/cgi-bin/appchat/send") == 2);
                Assert.DoesNotContain(desk.Platform.Calls, call => call.Path == "/cgi-bin/message/update_template_card");
                Assert.DoesNotContain(desk.Platform.Calls, call => ((string?)call.Body?["text"]?["content"])?.Contains("状态", StringComparison.Ordinal) == true);
            }),
        ]);

        Assert.Single(_jira.Comments);
    }

    [Fact]
    public async Task Undo_JiraTellsOfItBeforeItHasAnswered_IsNoNewsToTheReporter()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());
        var states = desk.Host.Services.GetRequiredService<IssueStates>();
        _jira.Before = request => request.Method == "POST" && request.Path.EndsWith("/transitions", StringComparison.Ordinal)
            ? states.ChangedAsync("CRM-1", "Closed", "robot", TestContext.Current.CancellationToken)
            : Task.CompletedTask;
        await desk.Zhangsan.SaysAsync("登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await desk.Zhangsan.ReceivesAsync();

        await desk.Zhangsan.SaysAsync("撤销");

        Assert.Equal("CRM-1 已撤销。", (await desk.Zhangsan.ReceivesAsync()).Text);
        using var rows = desk.Store.OpenReader();
        Assert.DoesNotContain(rows.Announcements, announcement => announcement.Kind == AnnouncementKind.ReporterState);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Undo_NoWayToClose_SaysSoAtTheIssueAndHonestly(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "撤销不了.txt", [("Jira 只能改成 In Progress", () => Task.FromResult(_jira.Transitions.Remove("5")))]);

        Assert.Single(_jira.Comments);
        Assert.Equal("Open", (string)_jira.Issues[0]["fields"]!["status"]!["name"]!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Comment_OnAnIssue_IsAddedLiterallyOrTheReasonIsTold(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "补充已提交的.txt",
        [
            ("Jira 不许评论", () =>
            {
                _jira.Refuses = request => request.Path.EndsWith("/comment", StringComparison.Ordinal) ? 403 : null;
                return Task.CompletedTask;
            }),
        ]);

        var first = System.Text.RegularExpressions.Regex.Unescape(_jira.Comments[0].Body);
        Assert.Contains(kind == "JiraCloud" ? "换浏览器也不行 {code}\"" : "换浏览器也不行 \\{code\\}", first, StringComparison.Ordinal);
    }
}
