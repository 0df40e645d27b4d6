using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hongyan.Cli.Tests.Fakes;

namespace Hongyan.Cli.Tests.Sending;

public sealed partial class SendCommandTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    // The smallest PNG: one grey pixel.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Send_Text_ReachesTheMember()
    {
        var run = await SendAsync("--account", "demo", "--to", "zhangsan", "--text", "磁盘满了 /data 98%");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("已发送，msgid ", run.Output, StringComparison.Ordinal);
        var said = await LastAsync("zhangsan");
        Assert.Equal(("out", "text", "磁盘满了 /data 98%"), ((string?)said["direction"], (string?)said["type"], (string?)said["content"]));
    }

    [Fact]
    public async Task Send_StandardInput_IsSentWithoutTheLastLineEnd()
    {
        var run = await CommandRun.OfAsync(["send", "--config", platform.ConfigFile, "--account", "demo", "--to", "lisi", "--text", "-"], "第一行\n第二行\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("第一行\n第二行", (string?)(await LastAsync("lisi"))["content"]);
    }

    [Fact]
    public async Task Send_MarkdownToADepartment_ReachesItsMembers()
    {
        var run = await SendAsync("--account", "demo", "--party", "1", "--markdown", "**好了**", "--json");

        Assert.Equal(0, run.ExitCode);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal("sent", (string?)result["state"]);
        Assert.NotEmpty((string?)result["messageId"] ?? "");
        Assert.Equal("markdown", (string?)(await LastAsync("wangwei"))["type"]);
    }

    [Theory]
    [InlineData("--image", "截图.png", "image")]
    [InlineData("--file", "日志 2026.txt", "file")]
    public async Task Send_File_IsUploadedUnderItsName(string option, string name, string type)
    {
        var path = await platform.WriteAsync(name, "");
        await File.WriteAllBytesAsync(path, Picture, TestContext.Current.CancellationToken);

        var run = await SendAsync("--account", "demo", "--to", "zhangsan", option, path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var said = await LastAsync("zhangsan");
        Assert.Equal(type, (string?)said["type"]);
        using var shown = await platform.Control.GetAsync($"/sim/media/{MediaId().Match(said.ToJsonString()).Groups[1].Value}", TestContext.Current.CancellationToken);
        Assert.Equal(name, shown.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Send_Robot_WritesInTheGroup()
    {
        var run = await SendAsync("--robot", "notice", "--text", "构建失败");

        Assert.Equal((0, "已发送。\n", ""), (run.ExitCode, run.Output, run.Error));
        var said = await platform.ReadAsync("/sim/groups/wrproject000000000000000000000001/conversation");
        Assert.Equal("构建失败", (string?)said[^1]["content"]);
    }

    [Fact]
    public async Task Send_SomeDoNotExist_SaysWhoAndHasAnExitCodeOfItsOwn()
    {
        var run = await SendAsync("--account", "demo", "--to", "zhangsan,nobody", "--tag", "99", "--text", "在吗", "--json");

        Assert.Equal(6, run.ExitCode);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal("partial", (string?)result["state"]);
        Assert.Equal(["user:nobody", "tag:99"], result["notReached"]!.AsArray().Select(id => (string?)id));
        Assert.Contains("没有发到：user:nobody tag:99", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NobodyExists_IsRefusedWithCodeAndHint()
    {
        var run = await SendAsync("--account", "demo", "--to", "nobody", "--text", "在吗");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("errcode 81013: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("可见范围", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AddressIsNotTrusted_NamesTheAddressThatThePlatformSaw()
    {
        await platform.FailAsync("demo", new { path = "/cgi-bin/message/send", errCode = 60020, errMsg = "not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info" });
        try
        {
            var run = await SendAsync("--account", "demo", "--to", "zhangsan", "--text", "在吗", "--json");

            Assert.Equal(3, run.ExitCode);
            var result = JsonNode.Parse(run.Output)!;
            Assert.Equal(60020, (int?)result["errcode"]);
            Assert.Equal("把 203.0.113.7 加到 应用管理 → 应用 → 企业可信IP，一分钟后生效。", (string?)result["hint"]);
        }
        finally
        {
            await platform.FailAsync("demo");
        }
    }

    [Fact]
    public async Task Send_WrongSecret_NeverPrintsIt()
    {
        const string Wrong = "AAAAg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK";
        var file = await platform.WriteAsync("wrong.json",
            $$"""{"Accounts":{"demo":{"Platform":"WeCom","CorpId":"ww2075aefc195e57e9","AgentId":"1000002","Secret":"{{Wrong}}","ApiBaseAddress":"{{platform.Address}}" } } }""");

        var run = await CommandRun.OfAsync(["send", "--config", file, "--to", "zhangsan", "--text", "在吗", "--json"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(40001, (int?)JsonNode.Parse(run.Output)!["errcode"]);
        Assert.DoesNotContain(Wrong, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_OfficialAccount_IsACustomerMessageWithinItsWindow()
    {
        var follower = (string?)(await platform.ReadAsync("/sim/official-accounts/oa/people"))[0]["openId"];
        var refused = await SendAsync("--account", "oa", "--openid", follower!, "--text", "早");
        using var said = await platform.Control.PostAsync(
            $"/sim/official-accounts/oa/people/{follower}/messages", new StringContent("""{"type":"text","content":"你好"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        said.EnsureSuccessStatusCode();

        var run = await SendAsync("--account", "oa", "--openid", follower!, "--text", "成绩出来了");

        Assert.Equal(3, refused.ExitCode);
        Assert.StartsWith("errcode 45015: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(await platform.ReadAsync($"/sim/official-accounts/oa/people/{follower}/conversation"), entry => (string?)entry["content"] == "成绩出来了");
    }

    [Fact]
    public async Task Send_NobodyListens_CanBeTriedAgain()
    {
        var run = await CommandRun.OfAsync(["send", "--config", await ConfigureAsync("http://127.0.0.1:1"), "--to", "zhangsan", "--text", "在吗"]);

        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.Contains("127.0.0.1:1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_PlatformHangsUpAfterTheMessage_IsUnknownAndSaysSo()
    {
        await using var fake = await FakePlatform.StartAsync(async http =>
        {
            if (http.Request.Path == "/cgi-bin/gettoken")
                await http.Response.Body.WriteAsync("""{"errcode":0,"errmsg":"ok","access_token":"t1","expires_in":7200}"""u8.ToArray());
            else
                http.Abort();
        });

        var run = await CommandRun.OfAsync(["send", "--config", await ConfigureAsync(fake.Address), "--to", "zhangsan", "--text", "在吗"]);

        Assert.Equal((5, ""), (run.ExitCode, run.Output));
        Assert.Contains("可能已经发出去了", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("说清楚发给谁", "--text", "在吗")]
    [InlineData("说清楚发给谁", "--to", "zhangsan", "--robot", "notice", "--text", "在吗")]
    [InlineData("说清楚发什么", "--account", "demo", "--to", "zhangsan")]
    [InlineData("说清楚发什么", "--account", "demo", "--to", "zhangsan", "--text", "a", "--markdown", "b")]
    [InlineData("没有内容", "--account", "demo", "--to", "zhangsan", "--text", " ")]
    [InlineData("不是数字", "--account", "demo", "--party", "运维部", "--text", "在吗")]
    [InlineData("@all 已经是所有人", "--account", "demo", "--to", "@all,lisi", "--text", "在吗")]
    [InlineData("几个账号（demo、oa、robot）", "--to", "zhangsan", "--text", "在吗")]
    [InlineData("没有叫 nope 的账号", "--account", "nope", "--to", "zhangsan", "--text", "在吗")]
    [InlineData("用 --openid", "--account", "oa", "--to", "zhangsan", "--text", "在吗")]
    [InlineData("不用 --openid", "--account", "demo", "--openid", "oA1", "--text", "在吗")]
    [InlineData("没有 Markdown 和文件", "--account", "oa", "--openid", "oA1", "--markdown", "**在吗**")]
    [InlineData("只能回答", "--account", "robot", "--to", "zhangsan", "--text", "在吗")]
    [InlineData("没有叫 nope 的群机器人", "--robot", "nope", "--text", "在吗")]
    [InlineData("读不了", "--account", "demo", "--to", "zhangsan", "--file", "/nowhere/at all.txt")]
    public async Task Send_CannotBeUnderstood_SaysWhatToDoAndSendsNothing(string sentence, params string[] arguments)
    {
        var run = await SendAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_RobotByItsAddress_IsRefusedWithoutRepeatingTheKey()
    {
        var run = await SendAsync("--robot", $"{platform.Address}/cgi-bin/webhook/send?key={SimulatedPlatform.RobotKey}", "--text", "在吗");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("命令历史", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedPlatform.RobotKey, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_TooLong_IsRefusedOrCutAsAsked()
    {
        var text = new string('长', 1000);

        var refused = await SendAsync("--account", "demo", "--to", "zhangsan", "--text", text, "--json");
        var cut = await SendAsync("--account", "demo", "--to", "zhangsan", "--text", text, "--cut");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("2048", (string?)JsonNode.Parse(refused.Output)!["error"], StringComparison.Ordinal);
        Assert.Equal(0, cut.ExitCode);
        Assert.EndsWith("长…", (string?)(await LastAsync("zhangsan"))["content"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Accounts\":", "读不了配置文件")]
    [InlineData("{}", "没有配置账号")]
    [InlineData("""{"Accounts":{"demo":{"Platform":"wecom"}}}""", "应该是 WeCom")]
    [InlineData("""{"Accounts":{"demo":{"Platform":"WeCom","CorpId":"ww1"}}}""", "缺 Accounts:demo:Secret")]
    [InlineData("""{"Accounts":{"demo":{"Platform":"WeCom","CorpId":"ww1","Secret":"s","AgentId":"one"}}}""", "应该是数字")]
    [InlineData("""{"Accounts":{"demo":{"Platform":"WeCom","CorpId":"ww1","Secret":"s","AgentId":"1","ApiBaseAddress":"qyapi.weixin.qq.com"}}}""", "只有协议、主机和端口")]
    [InlineData("""{"Robots":{"notice":{"WebhookUrl":"https://example.com/?key=1"}}}""", "不是群机器人的地址", "--robot", "notice")]
    public async Task Send_ConfigurationIsWrong_NamesTheKey(string configuration, string sentence, params string[] target)
    {
        var file = await platform.WriteAsync($"{Guid.NewGuid():N}.json", configuration);

        var run = await CommandRun.OfAsync(["send", "--config", file, "--text", "在吗", .. target is [] ? ["--to", "zhangsan"] : target]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"media_?id\":\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex MediaId();

    private Task<CommandRun> SendAsync(params string[] arguments) => CommandRun.OfAsync(["send", "--config", platform.ConfigFile, .. arguments]);

    private async Task<JsonNode> LastAsync(string member) =>
        (await platform.ReadAsync($"/sim/apps/demo/members/{member}/conversation"))[^1];

    private Task<string> ConfigureAsync(string address) => platform.WriteAsync($"{Guid.NewGuid():N}.json",
        $$"""{"Accounts":{"only":{"Platform":"WeCom","CorpId":"ww2075aefc195e57e9","AgentId":"1000002","Secret":"s3cret","ApiBaseAddress":"{{address}}" } } }""");
}
