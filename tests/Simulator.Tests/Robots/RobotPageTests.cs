using System.Text;
using Hongyan.Protocol;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotPageTests
{
    private const string Page = "/wecom/robots/robot/zhangsan";
    private const string GroupPage = "/wecom/groups/wrproject000000000000000000000001/lisi";

    [Theory]
    [InlineData("zh-CN", "智能机器人")]
    [InlineData("en", "AI robots")]
    public async Task Get_InEachLanguage_ShowsTheRobots(string language, string title)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        foreach (var path in new[] { "/wecom/robots/robot", Page, "/wecom/robots/ai/lisi", GroupPage, "/wecom/demo/zhangsan" })
        {
            var (status, html, _) = await client.GetAsync(path, language);
            Assert.Equal(200, status);
            Assert.Contains(title, html, StringComparison.Ordinal);
            Assert.Contains("鸿雁助手", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/wecom/robots/nobody")]
    [InlineData("/wecom/robots/robot/nobody")]
    [InlineData("/wecom/robots/nobody/callback")]
    [InlineData("/wecom/robots/robot/nobody/pieces/entries")]
    [InlineData(Page + "/pieces/entries/99")]
    [InlineData(Page + "/pieces/message/location")]
    public async Task Get_NobodyThere_Is404(string path)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        Assert.Equal(404, (await client.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Say_HostileAnswer_IsShownAsText()
    {
        await using var bot = await FakeBot.StartAsync(callback =>
            RobotWire.Stream(callback, "<think>嗯<b></think><script>alert(1)</script> [点我](javascript:alert(1)) **好**", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        Assert.Equal(302, (await client.PostAsync(Page, "say", new Dictionary<string, string> { ["content"] = "<i>你好</i>" })).Status);
        var (_, html, _) = await client.GetAsync(Page);

        Assert.Contains("&lt;i&gt;你好&lt;/i&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<strong>好</strong>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
        Assert.Contains("思考过程", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_MixedWithAPicture_IsSent()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        var posted = await client.PostAsync(Page + "?message-type=mixed", "compose", new Dictionary<string, string> { ["text"] = "看图" },
            file: ("图.png", [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3]));
        var wrong = await client.PostAsync(Page + "?message-type=image", "compose", new Dictionary<string, string>(), file: ("图.png", [1, 2, 3]));

        Assert.Equal(302, posted.Status);
        Assert.Equal(200, wrong.Status);
        var items = Assert.Single(bot.Received).OpenRobot()["mixed"]!["msg_item"]!.AsArray();
        Assert.Equal("看图", (string?)items[0]!["text"]!["content"]);
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public async Task Enter_Posted_TheSecondTimeIsRefusedInWords()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, """{"msgtype":"text","text":{"content":"欢迎"}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        await client.PostAsync(Page, "enter", new Dictionary<string, string>());
        var again = await client.PostAsync(Page, "enter", new Dictionary<string, string>());

        Assert.Contains("欢迎", again.Html, StringComparison.Ordinal);
        Assert.Contains("当天第一次", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_ClickedAndUpdated_ChangesOnThePage()
    {
        const string Card = """{"card_type":"button_interaction","task_id":"t-1","main_title":{"title":"受理吗"},"button_list":[{"text":"受理","key":"accept"}],"jump_list":[{"type":3,"title":"还有呢","question":"还有什么？"}]}""";
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, callback.TypeOf() == "event"
            ? $$"""{"response_type":"update_template_card","template_card":{{Card.Replace("受理吗", "受理了", StringComparison.Ordinal).Replace("{\"card_type\"", "{\"replace_text\":\"已处理\",\"card_type\"", StringComparison.Ordinal)}}}"""
            : $$"""{"msgtype":"template_card","template_card":{{Card}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);
        await client.PostAsync(Page, "say", new Dictionary<string, string> { ["content"] = "派单" });
        var id = (long)(await simulator.RobotConversationAsync())[1]!["id"]!;

        await client.PostAsync(Page, $"card-{id}", new Dictionary<string, string> { ["key"] = "accept" });
        var (_, clicked, _) = await client.GetAsync(Page);
        await client.PostAsync(Page, $"card-{id}", new Dictionary<string, string> { ["ask"] = "还有什么？" });

        Assert.Contains("受理了", clicked, StringComparison.Ordinal);
        Assert.Contains("已处理", clicked, StringComparison.Ordinal);
        Assert.Equal("还有什么？", (string?)bot.Received[^1].OpenRobot()["text"]!["content"]);
    }

    [Fact]
    public async Task Group_SaidWithAMention_TheRobotAnswersAndIsTakenOut()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "在", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        await client.PostAsync(GroupPage, "say", new Dictionary<string, string> { ["content"] = "在吗", ["mention"] = "鸿雁助手" });
        var (_, html, _) = await client.GetAsync(GroupPage);
        await client.PostAsync(GroupPage, "robots", new Dictionary<string, string> { ["leave"] = "robot" });
        await client.PostAsync(GroupPage, "say", new Dictionary<string, string> { ["content"] = "@鸿雁助手 还在吗" });

        Assert.Contains("@鸿雁助手 在吗", html, StringComparison.Ordinal);
        Assert.Single(bot.Received);
    }

    [Fact]
    public async Task Faults_Posted_AreSwitchedOn()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);

        await client.PostAsync(Page + "?panel=faults", "faults", new Dictionary<string, string> { ["on"] = "drop" });
        await client.PostAsync(Page + "?panel=faults", "clock", new Dictionary<string, string> { ["advance"] = "3600" });
        var turn = await simulator.SayToRobotAsync("你好");

        Assert.Equal(["faultDropped"], turn.Findings());
        Assert.Equal(3600, (double)(await simulator.GetAsync("/sim/clock"))["offsetSeconds"]!, 5.0);
    }

    [Fact]
    public async Task Settings_RandomAndSave_AsInTheConsole()
    {
        await using var bot = await FakeBot.StartAsync(callback => BotAnswer.Text(Encoding.UTF8.GetString(
            new MessageCipher(SampleRobots.Hongyan.Callback.EncodingAESKey, "").Decrypt(Encoding.UTF8.GetBytes(callback.Query["echostr"])).Message.Span)));
        await using var simulator = await RobotWire.StartAsync(bot);
        using var client = new PageClient(simulator);
        const string Path = "/wecom/robots/robot/callback";
        var (_, token, key) = SampleRobots.Hongyan.Callback;
        var fields = new Dictionary<string, string> { ["callbackUrl"] = bot.Url + "/two", ["token"] = token, ["encodingAESKey"] = key };

        var random = await client.PostAsync(Path, "callback", new Dictionary<string, string>(fields) { ["action"] = "key" });
        var refused = await client.PostAsync(Path, "callback", new Dictionary<string, string>(fields) { ["token"] = "短横-", ["action"] = "save" });
        var failed = await client.PostAsync(Path, "callback", new Dictionary<string, string>(fields) { ["callbackUrl"] = "http://127.0.0.1:1/x", ["action"] = "save" });
        var saved = await client.PostAsync(Path, "callback", new Dictionary<string, string>(fields) { ["action"] = "save" });

        Assert.DoesNotContain($"name=\"encodingAESKey\" value=\"{key}\"", random.Html, StringComparison.Ordinal);
        Assert.Contains("没有保存", refused.Html, StringComparison.Ordinal);
        Assert.Contains("openapi回调地址请求不通过", failed.Html, StringComparison.Ordinal);
        Assert.Contains("已保存", saved.Html, StringComparison.Ordinal);
        Assert.Equal(bot.Url + "/two", (string?)(await simulator.GetAsync("/sim/robots"))[0]!["callbackUrl"]);
    }
}
