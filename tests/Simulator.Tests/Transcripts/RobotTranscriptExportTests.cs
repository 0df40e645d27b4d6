using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Transcripts;

public sealed class RobotTranscriptExportTests
{
    private const string Path = "/sim/robots/robot/members/zhangsan";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_EveryKindOfTurn_IsWrittenAsTheGuideSays()
    {
        await using var bot = await FakeBot.StartAsync(Answer);
        await using var simulator = await RobotWire.StartAsync(bot);

        await simulator.PostAsync(Path + "/enter?wait=true", new { });
        await simulator.SayToRobotAsync("天气\n(ok) {广州}");
        await simulator.PostAsync(Path + "/messages?wait=true", new { type = "mixed" });
        await simulator.PostAsync(Path + "/messages?wait=true", new { type = "voice", content = "放一首歌" });
        await simulator.PostAsync(Path + "/messages?wait=true", new { type = "image" });
        var card = await simulator.SayToRobotAsync("卡片");
        await simulator.PostAsync($"{Path}/conversation/{card["answers"]![0]!["id"]}/click?wait=true",
            JsonNode.Parse("""{"key":"accept","selectedItems":[{"questionKey":"level","optionIds":["2"]}]}""")!);
        var judged = await simulator.SayToRobotAsync("评价");
        await simulator.PostAsync($"{Path}/conversation/{judged["answers"]![0]!["id"]}/feedback?wait=true", JsonNode.Parse("""{"type":2,"reasons":[2,3],"content":"少了一半"}""")!);
        await simulator.SayToRobotAsync("慢慢想");
        var url = new Uri((string)bot.Received[^1].OpenRobot()["response_url"]!);
        await simulator.Http.PostAsJsonAsync(new Uri(url.PathAndQuery, UriKind.Relative), new { msgtype = "markdown", markdown = new { content = "**想好了**" } }, Cancellation);
        await simulator.SayToRobotAsync("坏了");

        Assert.Equal("""
            # 鸿雁模拟器导出：张三与「鸿雁助手」的会话
            app: robot
            person: zhangsan

            > (event) enter_chat
            < 欢迎！

            > 天气
            | (ok) {{广州}
            < 广州：晴
            | 28 度

            > (mixed)
            | content: 看看这张图
            | picUrl: https://robot.invalid/files/image
            < 一只鸟。

            > (voice) 放一首歌
            < (nothing)

            > (image)
            < (nothing)

            > 卡片
            < (template_card) button_interaction
            | title: 受理吗

            > (event) template_card_event accept
            | taskId: t-1
            | cardType: button_interaction
            | question: level
            | option: 2
            < (update_template_card) button_interaction
            | title: 已受理

            > 评价
            < 答案

            > (event) feedback_event
            | feedbackId: f-1
            | type: 2
            | content: 少了一半
            | reason: 2
            | reason: 3
            < (nothing)

            > 慢慢想
            < **想好了**

            # 这条消息当时没有正常应答，所以不比较它的回答。
            > 坏了
            < (anything)

            """.ReplaceLineEndings("\n"), await ReadAsync(simulator));
    }

    [Fact]
    public async Task Export_NothingSaid_IsAFileWithItsHead()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        using var pages = new PageClient(simulator);

        var (_, page, _) = await pages.GetAsync("/wecom/robots/robot/zhangsan?panel=transcript");

        Assert.Contains($"href=\"{Path}/transcript\"", page, StringComparison.Ordinal);
        Assert.Equal("# 鸿雁模拟器导出：张三与「鸿雁助手」的会话\napp: robot\nperson: zhangsan\n", await ReadAsync(simulator));
    }

    [Theory]
    [InlineData("/sim/robots/nobody/members/zhangsan/transcript")]
    [InlineData("/sim/robots/robot/members/nobody/transcript")]
    public async Task Export_NobodyThere_Is404(string path)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        using var response = await simulator.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
    }

    private static BotAnswer Answer(ReceivedCallback callback)
    {
        var received = callback.OpenRobot();
        return ((string?)received["event"]?["eventtype"] ?? (string?)received["text"]?["content"] ?? callback.TypeOf()) switch
        {
            "enter_chat" => RobotWire.Answer(callback, """{"msgtype":"text","text":{"content":"欢迎！"}}"""),
            "template_card_event" => RobotWire.Answer(callback, $$"""{"response_type":"update_template_card","template_card":{{Card("已受理")}}}"""),
            "卡片" => RobotWire.Answer(callback, $$"""{"msgtype":"template_card","template_card":{{Card("受理吗")}}}"""),
            "mixed" => RobotWire.Stream(callback, "一只鸟。", finish: true),
            "评价" => RobotWire.Stream(callback, "答案", finish: true, id: "s2", rest: ",\"feedback\":{\"id\":\"f-1\"}"),
            "坏了" => BotAnswer.Text("", status: 500),
            // A stream that grows: the file has what it became.
            "stream" => RobotWire.Stream(callback, "广州：晴\n28 度", finish: true),
            ['天', ..] => RobotWire.Stream(callback, "广州"),
            _ => BotAnswer.Empty,
        };
    }

    private static string Card(string title) => $$"""
        {"card_type":"button_interaction","task_id":"t-1","main_title":{"title":"{{title}}"},
         "button_selection":{"question_key":"level","title":"级别","option_list":[{"id":"1","text":"高"},{"id":"2","text":"低"}]},
         "button_list":[{"text":"受理","key":"accept"}]}
        """;

    private static Task<string> ReadAsync(RunningSimulator simulator) => simulator.Http.GetStringAsync(new Uri(Path + "/transcript", UriKind.Relative), Cancellation);
}
