using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.Testing;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>What people say and read. Each test carries the number of its behaviour.</summary>
public class DialogueTests
{
    [Fact]
    public async Task A01_Welcome_OncePerCalendarDay()
    {
        await using var desk = await Desk.StartAsync();

        await desk.Zhangsan.MatchesTranscriptAsync("A-01 欢迎.txt");
        var again = await desk.Zhangsan.DeliversAgainAsync();

        // The platform missed the answer and asks once more: it gets the same one, and nothing beside it.
        Assert.StartsWith("你好，我是提 bug 助手。", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Platform.Calls, call => call.Path == "/cgi-bin/message/send");
    }

    [Theory]
    [InlineData("A-02 预览.txt")]
    [InlineData("A-03 先命令后描述.txt")]
    [InlineData("A-04 确认.txt")]
    [InlineData("A-05 说别的.txt")]
    [InlineData("A-06 附件.txt")]
    [InlineData("A-07 替换或保留.txt")]
    [InlineData("修改和补充.txt")]
    [InlineData("我的bug.txt")]
    public async Task Transcript_Played_Matches(string file)
    {
        await using var desk = await Desk.StartAsync();

        await desk.Zhangsan.MatchesTranscriptAsync(file);

        Assert.Empty(desk.Host.Errors);
    }

    [Fact]
    public async Task A02_Preview_CreatesNothing()
    {
        await using var desk = await Desk.StartAsync();

        await desk.Zhangsan.MatchesTranscriptAsync("A-02 预览.txt");

        Assert.Equal(0, desk.CountDemoIssues());
        Assert.Equal(DraftStatus.Pending, Assert.Single(desk.Drafts()).Status);
    }

    [Fact]
    public async Task A04_CardButton_ConfirmsLikeTheWord()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        var card = await desk.Zhangsan.ReceivesAsync();

        var click = await Desk.ClickAsync(desk.Zhangsan, card, "confirm");

        Assert.Equal((BotReplyKind.UpdateButton, "已确认"), (click.Kind, click.Text));
        Assert.StartsWith("提交成功：<a href=\"http://desk.test/demo/issues/CRM-1\">CRM-1</a> 登录页打不开", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, desk.CountDemoIssues());
    }

    [Fact]
    public async Task A04_ButtonOfAnOlderCard_DoesNothing()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        var old = await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("补充 换浏览器也不行");
        await desk.Zhangsan.ReceivesAsync();

        var click = await Desk.ClickAsync(desk.Zhangsan, old, "confirm");

        Assert.Equal("内容已更新", click.Text);
        Assert.Equal(DraftStatus.Pending, Assert.Single(desk.Drafts()).Status);
    }

    [Fact]
    public async Task A04_ButtonOfSomebodyElse_DoesNothing()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        var card = await desk.Zhangsan.ReceivesAsync();

        await Desk.ClickAsync(desk.Member("lisi"), card, "confirm");

        Assert.Equal(DraftStatus.Pending, Assert.Single(desk.Drafts()).Status);
    }

    [Fact]
    public async Task A08_ForgottenDraft_IsRemindedOnceThenExpiresAndComesBack()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await desk.Zhangsan.ReceivesAsync();

        await desk.PassAsync(TimeSpan.FromMinutes(31));
        Assert.Equal("还有一个待确认的 bug「登录页打不开」，回复 确认/修改/取消", (await desk.Zhangsan.ReceivesAsync()).Text);

        await desk.PassAsync(TimeSpan.FromHours(24));
        await Desk.UntilAsync(() => desk.Drafts()[0].Status == DraftStatus.Expired);
        await desk.Zhangsan.MatchesTranscriptAsync("A-08 过期和恢复.txt");
        Assert.Equal(DraftStatus.Created, Assert.Single(desk.Drafts()).Status);
    }

    [Fact]
    public async Task A08_ReminderAtNight_WaitsForTheMorning()
    {
        await using var desk = await Desk.StartAsync();
        desk.Time.Advance(TimeSpan.FromHours(8.9));
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await desk.Zhangsan.ReceivesAsync();

        await desk.PassAsync(TimeSpan.FromMinutes(31));
        await Desk.UntilAsync(() => desk.Drafts()[0].RemindAt is { } at && at - desk.Time.GetUtcNow() > TimeSpan.FromHours(10));

        Assert.Equal(9, TimeZoneInfo.ConvertTime(desk.Drafts()[0].RemindAt!.Value, desk.Time.LocalTimeZone).Hour);
    }

    [Fact]
    public async Task A08_ExpiredForAWeek_IsDeleted()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await desk.Zhangsan.ReceivesAsync();

        await desk.PassAsync(TimeSpan.FromHours(25));
        await Desk.UntilAsync(() => desk.Drafts()[0].Status == DraftStatus.Expired);
        await desk.PassAsync(TimeSpan.FromDays(7.1));
        await Desk.UntilAsync(() => desk.Drafts().Count == 0);

        Assert.Equal("没有可以恢复的草稿。", await desk.Zhangsan.SaysAsync("恢复"));
    }

    [Fact]
    public async Task A24_ElevenMessagesInAMinute_TenAreHeardOneIsNoticed()
    {
        await using var desk = await Desk.StartAsync();
        for (var i = 0; i < 10; i++)
            Assert.NotNull(await desk.Zhangsan.SaysAsync($"你好 {i}"));

        Assert.Equal("说得太快了，先处理前面的，一分钟后再来。", await desk.Zhangsan.SaysAsync("你好"));
        Assert.Null(await desk.Zhangsan.SaysAsync("你好？"));
        Assert.NotNull(await desk.Member("lisi").SaysAsync("你好"));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await desk.Zhangsan.SaysAsync("你好！"));
    }
}
