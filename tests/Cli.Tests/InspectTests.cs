using System.Text.Json.Nodes;

namespace Hongyan.Cli.Tests;

public sealed class InspectTests
{
    private const string Text = "<xml><ToUserName><![CDATA[ww0123456789abcdef]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[ 你好\r\n<b> ]]></Content><MsgId>7000000000000000001</MsgId><AgentID>1000002</AgentID></xml>";

    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>Every payload of the corpus with the record that stands beside it.</summary>
    public static TheoryData<string, string> Payloads
    {
        get
        {
            var payloads = new TheoryData<string, string>();
            foreach (var expected in Directory.EnumerateFiles(Corpus, "*.expected.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var type = File.ReadLines(expected).First();
                foreach (var extension in new[] { ".xml", ".json" })
                {
                    var payload = expected[..^".expected.txt".Length] + extension;
                    if (type != nameof(UnreadableMessage) && File.Exists(payload))
                        payloads.Add(Path.GetRelativePath(Corpus, payload), type);
                }
            }
            return payloads;
        }
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Inspect_PayloadOfTheCorpus_NamesItsRecord(string payload, string type)
    {
        var platform = payload.Split('/', '\\')[0] switch { "official-account" => "OfficialAccount", "robot" => "WeComRobot", _ => "WeCom" };
        var run = await CommandRun.OfAsync(["inspect", Path.Combine(Corpus, payload), "--platform", platform]);

        Assert.Equal((0, type), (run.ExitCode, (string?)JsonNode.Parse(run.Output)!["type"]));
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wecom/text.xml", "WeCom")]
    [InlineData("official-account/event-click.xml", "OfficialAccount")]
    [InlineData("official-account/event-click.json", "OfficialAccount")]
    [InlineData("robot/text.json", "WeComRobot")]
    public async Task Inspect_PlatformNotGiven_IsToldFromThePayload(string payload, string platform)
    {
        var run = await CommandRun.OfAsync(["inspect", Path.Combine(Corpus, payload)]);

        Assert.Equal(platform, (string?)JsonNode.Parse(run.Output)!["platform"]);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Inspect_PayloadOfTheCorpusAndPlatformNotGiven_NamesItsRecordAllTheSame(string payload, string type)
    {
        var run = await CommandRun.OfAsync(["inspect", Path.Combine(Corpus, payload)]);

        Assert.Equal(type, (string?)JsonNode.Parse(run.Output)!["type"]);
    }

    /// <summary>As the platforms' documents write them: with words in place of ids.</summary>
    [Theory]
    [InlineData("<MsgType>event</MsgType><Event>SCAN</Event><EventKey>1</EventKey><Ticket>T</Ticket>", "OfficialAccount", "ScanEvent")]
    [InlineData("<MsgType>event</MsgType><Event>kf_switch_session</Event><FromKfAccount>a@b</FromKfAccount>", "OfficialAccount", "CustomerSessionSwitchedEvent")]
    [InlineData("<MsgType>voice</MsgType><Recognition>你好</Recognition><MsgId>1</MsgId>", "OfficialAccount", "VoiceMessage")]
    [InlineData("<MsgType>voice</MsgType><MediaId>m</MediaId><MsgId>1</MsgId><AgentID>1</AgentID>", "WeCom", "VoiceMessage")]
    [InlineData("<MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>T</Token>", "WeCom", "CustomerServiceEvent")]
    [InlineData("<MsgType>event</MsgType><Event>tomorrow</Event>", "WeCom", "UnknownEvent")]
    public async Task Inspect_NoIdTellsThePlatform_TheKindDoes(string content, string platform, string type)
    {
        var run = await CommandRun.OfAsync(["inspect"], $"<xml><ToUserName>toUser</ToUserName><FromUserName>FromUser</FromUserName><CreateTime>1700000000</CreateTime>{content}</xml>");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal((platform, type), ((string?)report["platform"], (string?)report["type"]));
    }

    [Fact]
    public async Task Inspect_SuiteEventWithAnAppId_IsTheSuites()
    {
        var run = await CommandRun.OfAsync(["inspect"], "<xml><SuiteId>ww1</SuiteId><AuthCorpId>ww2</AuthCorpId><InfoType>share_agent_change</InfoType><TimeStamp>1700000000</TimeStamp><AppId>1</AppId></xml>");

        Assert.Equal("SharedAgentEvent", (string?)JsonNode.Parse(run.Output)!["type"]);
    }

    [Fact]
    public async Task Inspect_QuotedMessage_SaysWhatItIsAndWhatItSays()
    {
        var run = await CommandRun.OfAsync(["inspect", Path.Combine(Corpus, "robot/text-quote-mixed.json")]);
        var quote = JsonNode.Parse(run.Output)!["fields"]!["Robot"]!["Quote"]!;

        Assert.Equal("MixedMessage", (string?)quote["Type"]);
        Assert.NotEmpty(quote["Items"]!.AsArray());
        Assert.Null(quote["Raw"]);
    }

    [Fact]
    public async Task Inspect_Xml_KeepsEveryLeafAsItWasReceived()
    {
        var run = await CommandRun.OfAsync(["inspect"], Text + "\n");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal(("-", "WeCom", "message", "TextMessage"), ((string?)report["file"], (string?)report["platform"], (string?)report["kind"], (string?)report["type"]));
        Assert.Equal(" 你好\r\n<b> ", (string?)report["raw"]!["Content"]);
        Assert.Equal("1700000000", (string?)report["raw"]!["CreateTime"]);
        Assert.Equal(7000000000000000001, (long?)report["fields"]!["MessageId"]);
        Assert.Equal("2023-11-14T22:13:20+00:00", (string?)report["fields"]!["CreatedAt"]);
        Assert.Null(report["fields"]!["Raw"]);
    }

    [Fact]
    public async Task Inspect_RepeatedElements_BecomeAList()
    {
        var run = await CommandRun.OfAsync(["inspect"], "<xml><MsgType>event</MsgType><Event>new</Event><Id>1</Id><Id><A/></Id></xml>");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal((0, "unknown", "UnknownEvent"), (run.ExitCode, (string?)report["kind"], (string?)report["type"]));
        Assert.Equal("""["1",{"A":""}]""", report["raw"]!["Id"]!.ToJsonString());
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("<xml><a></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml>&a;</xml>")]
    [InlineData("{\"MsgType\":")]
    public async Task Inspect_NeitherXmlNorJson_SaysSoAndEndsWithTwo(string document)
    {
        var run = await CommandRun.OfAsync(["inspect"], document);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("- 既不是 XML 也不是 JSON：", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_JsonWithAMemberTwice_IsStillReported()
    {
        var run = await CommandRun.OfAsync(["inspect"], """{"MsgType":"text","MsgType":"text","Content":"a"}""");

        Assert.Equal(0, run.ExitCode);
        Assert.NotNull(JsonNode.Parse(run.Output)!["raw"]);
    }

    [Fact]
    public async Task Inspect_OneOfSeveralIsMissing_ReportsTheOthers()
    {
        var run = await CommandRun.OfAsync(["inspect", Path.Combine(Corpus, "wecom", "text.xml"), "no-such-file.xml", Path.Combine(Corpus, "wecom", "image.xml")]);

        Assert.Equal((2, 2), (run.ExitCode, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("no-such-file.xml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_UnopenedEnvelope_SaysHowToOpenIt()
    {
        var run = await CommandRun.OfAsync(["inspect"], "<xml><ToUserName>ww1</ToUserName><Encrypt>AAAA</Encrypt></xml>");

        Assert.Equal((0, true), (run.ExitCode, run.Error.Contains("hongyan decrypt", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Inspect_TooLarge_IsRefused()
    {
        var run = await CommandRun.OfAsync(["inspect"], new string(' ', 17 * 1024 * 1024));

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("16 MB", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_UnknownCommand_EndsWithTwoAndPointsAtTheHelp()
    {
        var run = await CommandRun.OfAsync(["inspekt"]);

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("hongyan --help", StringComparison.Ordinal)));
    }
}
