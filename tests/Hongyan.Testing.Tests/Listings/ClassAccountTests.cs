using Hongyan.WeCom;

namespace Hongyan.Testing.Tests.Listings;

/// <summary>The listings of docs/guides/testing.md.</summary>
public sealed class ClassAccountTests
{
    [Fact]
    public async Task Follower_ScansAndAsks_IsAnswered()
    {
        // <follower>
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot =>
        {
            bot.On<SubscribeEvent>((SubscribeEvent e) => e.Scene.Length > 0 ? $"欢迎，{e.Scene} 的同学！" : "欢迎关注！");
            bot.OnMenuClick("help", () => "发“成绩 科目”查成绩。");
            bot.OnVoice((VoiceMessage voice) => $"听到了：{voice.Recognition}");
        });
        var sunyue = host.Follower("oSunYue");

        Assert.Equal("欢迎，7班 的同学！", (await sunyue.SubscribesAsync(scene: "7班")).Text);
        Assert.Equal("发“成绩 科目”查成绩。", (await sunyue.ClicksAsync("help")).Text);
        Assert.Equal("听到了：数学", (await sunyue.SendsVoiceAsync(recognition: "数学")).Text);
        // </follower>
    }

    [Fact]
    public async Task Follower_VerifiedAccount_IsAnsweredLater()
    {
        // <late>
        var report = new TaskCompletionSource<string>();
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText("报告", () => report.Task), isVerified: true);
        var sunyue = host.Follower("oSunYue");

        var asking = sunyue.SaysAsync("报告");
        await host.Time.WaitForTimerAsync(TimeSpan.FromSeconds(4.5));   // 机器人在等处理函数
        host.Time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.Null(await asking);                                      // 当场没有回答

        report.SetResult("写好了。");
        Assert.Equal("写好了。", (await sunyue.ReceivesAsync()).Text);  // 客服消息
        // </late>
    }

    [Fact]
    public async Task Follower_UnverifiedAccount_IsAnsweredOnARetry()
    {
        // <retries>
        var report = new TaskCompletionSource<string>();
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText("报告", () => report.Task));
        var sunyue = host.Follower("oSunYue");

        var asking = sunyue.SaysAsync("报告");
        host.Time.Advance(TimeSpan.FromSeconds(10));                    // 平台在第 5 秒、第 10 秒各再送一次
        await host.Time.WaitForTimerAsync(TimeSpan.FromSeconds(4.5));
        host.Time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.Equal("正在处理，稍后回复任意文字获取结果。", await asking);

        report.SetResult("写好了。");
        Assert.Equal("写好了。", await sunyue.SaysAsync("好了吗"));
        // </retries>
    }

    [Fact]
    public async Task RobotUser_AloneAndInAGroup_ReadsTheWholeAnswer()
    {
        // <robot>
        var ratings = new List<string>();
        await using var host = await BotTestHost.StartRobotAsync(bot =>
        {
            bot.OnText("讲个故事", Story);
            bot.OnText("日报", () => new StreamReply("一切正常。") { FeedbackId = "daily" });
            bot.On<FeedbackEvent>((FeedbackEvent feedback) => ratings.Add(feedback.FeedbackId));
        }, robotName: "鸿雁 助手");
        var zhangsan = host.RobotUser("zhangsan");

        Assert.Equal("从前有座山，讲完了。", await zhangsan.SaysAsync("讲个故事"));
        Assert.Equal("从前有座山，讲完了。", await zhangsan.InGroup("项目群").SaysAsync("讲个故事"));   // @鸿雁 助手 讲个故事

        var report = await zhangsan.SendsAsync(MemberAction.Text("日报"));
        await zhangsan.RatesAsync(report.FeedbackId!, RobotRating.Inaccurate);
        Assert.Equal(["daily"], ratings);
        // </robot>
    }

    private static async IAsyncEnumerable<string> Story()
    {
        yield return "从前有座山，";
        await Task.Yield();
        yield return "讲完了。";
    }
}
