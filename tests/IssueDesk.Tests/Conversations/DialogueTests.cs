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

        await ChatLog.PlayAsync(desk, "A-01 欢迎.txt");
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

    [Theory]
    [InlineData("A-02 文字预览.txt")]
    [InlineData("A-02 相似.txt")]
    [InlineData("第一个机器人.txt")]
    public async Task A02_CardsRefused_PreviewComesInWords(string file)
    {
        await using var desk = await Desk.StartAsync();
        desk.KnowsPeople(("zhangsan", "张三", null));
        desk.RefusesCards();

        await ChatLog.PlayAsync(desk, file);
    }

    [Fact]
    public async Task A04_CardButtons_SayWhatTheWordsSay()
    {
        await using var desk = await Desk.StartAsync();
        (string, Func<Task>) Click(string name, string key, string shown) => ($"张三点“{name}”", async () =>
        {
            var click = await desk.ClickAsync("zhangsan", key);
            Assert.Equal((BotReplyKind.UpdateButton, shown), (click.Kind, click.Text));
        });

        await ChatLog.PlayAsync(desk, "A-04 卡片按钮.txt", [Click("确认", "confirm", "已确认"), Click("修改", "edit", "修改中"), Click("取消", "cancel", "已取消")]);

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
    public async Task A08_ForgottenDraft_IsRemindedOnceThenExpiresAndIsDeleted()
    {
        await using var desk = await Desk.StartAsync();

        await ChatLog.PlayAsync(desk, "A-08 提醒.txt",
        [
            ("草稿过期了，第二次提醒没有来", async () =>
            {
                await Desk.UntilAsync(() => desk.Drafts()[0].Status == DraftStatus.Expired);
                Assert.Single(desk.Platform.Calls, call => ((string?)call.Body?["text"]?["content"])?.StartsWith("还有一个待确认", StringComparison.Ordinal) == true);
            }),
            ("草稿删掉了", () => Desk.UntilAsync(() => desk.Drafts().Count == 0)),
        ]);
    }

    [Fact]
    public async Task A08_ExpiredDraft_ComesBack()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.PassAsync(TimeSpan.FromHours(25));
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
    public async Task A24_ElevenMessagesInAMinute_TenAreHeardOneIsNoticed()
    {
        await using var desk = await Desk.StartAsync();

        await ChatLog.PlayAsync(desk, "A-24 太快.txt");
    }

    [Fact]
    public async Task Restart_InTheMiddle_LosesNothingOfADraft()
    {
        using var folder = new DeskFolder();
        var desk = await Desk.StartOnAsync(folder);

        await ChatLog.PlayAsync(() => desk, "重启.txt", [("重启", async () =>
        {
            await desk.DisposeAsync();
            desk = await Desk.StartOnAsync(folder);
        })]);

        await using (desk)
            await Desk.UntilAsync(() => CountFiles(desk) == 2);
    }

    [Fact]
    public void Behaviours_AllOfThem_HaveAChatLog()
    {
        var logs = Directory.EnumerateFiles(Path.GetDirectoryName(SourceFile())!, "A-??*.txt", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "Skills"), "A-??*.txt")).Select(file => Path.GetFileName(file)[..4]).ToHashSet();

        Assert.Empty(Enumerable.Range(1, 27).Select(number => $"A-{number:00}").Except(logs));
    }

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static int CountFiles(Desk desk)
    {
        using var rows = desk.Store.OpenReader();
        return rows.DemoFiles.Count();
    }
}
