using System.Net;
using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Announcements;

public class CardAnswersTests
{
    private const string Inbox = "/console/deliveries";

    [Fact]
    public async Task Deliveries_MessageThatACardAnswered_SaysSoAndLeadsToTheDraft()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        Assert.NotNull((await console.Desk.Zhangsan.ReceivesAsync()).Push);
        await Desk.UntilAsync(() => CardStates(console).SequenceEqual([AnnouncementState.Sent]));

        var list = await ReadAsync(console, Inbox);
        var detail = await ReadAsync(console, Inbox + "/inbox/1");

        Assert.Contains("<a href=\"/console/issuedesk/drafts/1\">以卡片回复</a>", list, StringComparison.Ordinal);
        Assert.DoesNotContain("无回复", list, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/console/issuedesk/drafts/1\">给本人的预览</a> <span class=\"state state-right\">", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("处理函数没有回复", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_ConfirmationThatTheWorkerAnswered_ListsWhatItSent()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await console.Desk.Zhangsan.ReceivesAsync();
        await console.Desk.Zhangsan.SaysAsync("确认");
        await console.Desk.Zhangsan.ReceivesAsync();

        var list = await ReadAsync(console, Inbox);
        var detail = await ReadAsync(console, Inbox + "/inbox/2");

        Assert.Equal(DraftStatus.Created, console.Desk.Drafts()[0].Status);
        Assert.Contains("<a href=\"/console/deliveries/outbox/1\">主动发送 1 条</a>", list, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/console/deliveries/outbox/1\">发出的消息 #1</a>", detail, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(DeskConsole console, string address) => WebUtility.HtmlDecode((await console.Administrator.GetAsync(address)).Html);

    private static IReadOnlyList<AnnouncementState> CardStates(DeskConsole console)
    {
        using var desk = console.Desk.Store.OpenReader();
        return [.. desk.Announcements.Select(card => card.State)];
    }
}
