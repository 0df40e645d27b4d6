using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

/// <summary>What the platform does with messages of apps and robots that a well-made client never sends, and what it does without a word.</summary>
public sealed class ActiveMessageTests : IAsyncLifetime
{
    private readonly List<string> _answers = [];
    private FakeBot _bot = null!;
    private RunningSimulator _simulator = null!;
    private string _token = "";
    private Task? _later;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(callback =>
        {
            if (callback.Open().Contains("稍后", StringComparison.Ordinal))
                _later = Task.Run(() => SendAsync(Text("好了")), Cancellation);
            return _answers.Count == 0 ? BotAnswer.Empty : BotAnswer.Reply(_answers[0]);
        });
        _simulator = await RunningSimulator.StartAsync(_bot);
        _token = await new PlatformCaller(_simulator).TokenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static JsonObject Text(string content, string to = "zhangsan") =>
        new() { ["touser"] = to, ["agentid"] = 1000002, ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = content } };

    private static JsonObject Message(string type, string content) =>
        new() { ["touser"] = "zhangsan", ["agentid"] = 1000002, ["msgtype"] = type, [type] = JsonNode.Parse(content) };

    private static JsonObject Card(string card) => Message("template_card", card);

    private async Task<JsonNode> CallAsync(string path, JsonNode body)
    {
        using var response = await _simulator.Http.PostAsJsonAsync($"/cgi-bin/{path}", body, Cancellation);
        return await RunningSimulator.ReadAsync(response);
    }

    private Task<JsonNode> SendAsync(JsonNode body) => CallAsync($"message/send?access_token={_token}", body);

    private Task<JsonNode> SayAsync(string body) => CallAsync($"webhook/send?key={SampleGroups.Notice.Key}", JsonNode.Parse(body)!);

    [Theory]
    [InlineData("""{"agentid":1000002,"msgtype":"text","text":{"content":"hi"}}""", 82001)]
    [InlineData("""{"touser":"zhangsan","msgtype":"text","text":{"content":"hi"}}""", 41011)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002}""", 40008)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"markdown_v2","markdown_v2":{"content":"hi"}}""", 40008)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"text","text":{"content":" "}}""", 44004)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"text"}""", 44004)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"image","image":{}}""", 41006)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"news","news":{"articles":[]}}""", 45008)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"textcard","textcard":{"title":"t","description":"d","url":"example.com"}}""", 40094)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"textcard","textcard":{"title":"t","url":"https://example.com"}}""", 41033)]
    [InlineData("""{"touser":"zhangsan","agentid":1000002,"msgtype":"template_card","template_card":{"card_type":"nothing"}}""", 42031)]
    [InlineData("""{"touser":"zhangsan","agentid":"1000003","msgtype":"text","text":{"content":"hi"}}""", 301002)]
    [InlineData("""{"touser":"zhangsan","toparty":"x","agentid":1000002,"msgtype":"text","text":"hi"}""", 40058)]
    public async Task Send_Wrong_IsRefusedWithItsCode(string body, int code)
    {
        var answer = await SendAsync(JsonNode.Parse(body)!);

        Assert.Equal(code, (int)answer["errcode"]!);
        Assert.Empty(await _simulator.ConversationAsync());
    }

    [Fact]
    public async Task Send_TooManyReceivers_IsRefused()
    {
        Assert.Equal(40032, (int)(await SendAsync(Text("hi", string.Join('|', Enumerable.Range(0, 1001)))))["errcode"]!);
        Assert.Equal(82002, (int)(await SendAsync(new JsonObject(Text("hi").Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())))
        {
            ["toparty"] = string.Join('|', Enumerable.Range(0, 101)),
        }))["errcode"]!);
    }

    [Fact]
    public async Task Send_AllInvalid_NamesThem()
    {
        var answer = await SendAsync(Text("hi", "Nobody|nemo"));

        Assert.Equal((81013, "nobody|nemo"), ((int)answer["errcode"]!, (string)answer["invaliduser"]!));
        Assert.StartsWith("user & party & tag all invalid, hint: [", (string)answer["errmsg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_OutsideTheVisibleRange_IsInvalid()
    {
        await _simulator.PutAsync("/sim/apps/demo/permissions", JsonNode.Parse("""{"scope":{"userIds":["zhangsan"],"departmentIds":[],"tagIds":[]}}""")!);

        var answer = await SendAsync(Text("hi", "zhangsan|lisi"));

        Assert.Equal((0, "lisi"), ((int)answer["errcode"]!, (string)answer["invaliduser"]!));
    }

    [Fact]
    public async Task Send_TextTooLong_IsCutWithoutAWord()
    {
        var answer = await SendAsync(Text(new string('长', 700)));

        Assert.Equal(0, (int)answer["errcode"]!);
        Assert.Equal(682, ((string)Assert.Single(await _simulator.ConversationAsync())!["content"]!).Length);
        var call = (await _simulator.GetAsync("/sim/calls?limit=1"))[0]!;
        Assert.Equal("textCut", (string)call["notes"]![0]!["kind"]!);
    }

    [Fact]
    public async Task Send_ThirtyFirstInAMinute_IsDroppedWithoutAWord()
    {
        for (var number = 0; number < MessageQuotas.PerMemberAndMinute; number++)
            await SendAsync(Text($"{number}"));

        var answer = await SendAsync(Text("one too many"));

        Assert.Equal(0, (int)answer["errcode"]!);
        var last = (await _simulator.ConversationAsync())[^1]!;
        Assert.Equal(("problem", "memberQuota"), ((string)last["type"]!, (string)last["details"]!["kind"]!));
    }

    [Theory]
    [InlineData("""{"card_type":"text_notice","card_action":{"type":1,"url":"https://example.com"}}""", 42014)]
    [InlineData("""{"card_type":"text_notice","main_title":{"title":"t"}}""", 42045)]
    [InlineData("""{"card_type":"button_interaction","main_title":{"title":"t"},"button_list":[{"text":"a","key":"k"}]}""", 42016)]
    [InlineData("""{"card_type":"button_interaction","task_id":"编号","button_list":[{"text":"a","key":"k"}]}""", 42016)]
    [InlineData("""{"card_type":"button_interaction","task_id":"t","button_list":[{"text":"a","key":"k"},{"text":"b","key":"k"}]}""", 42051)]
    [InlineData("""{"card_type":"multiple_interaction","task_id":"t","select_list":[],"submit_button":{"text":"a","key":"k"}}""", 42047)]
    [InlineData("""{"card_type":"text_notice","main_title":{"title":"t"},"card_action":{"type":1,"url":"https://example.com"},"horizontal_content_list":[{"value":"v"}]}""", 42035)]
    public async Task Send_CardThatLacksSomething_IsRefusedWithItsCode(string card, int code) =>
        Assert.Equal(code, (int)(await SendAsync(Card(card)))["errcode"]!);

    [Fact]
    public async Task Click_Button_SendsTheEventAndThePassiveUpdateChangesTheCard()
    {
        await SendAsync(Card("""
            {"card_type":"button_interaction","main_title":{"title":"请假"},"task_id":"leave-1",
             "button_selection":{"question_key":"level","option_list":[{"id":"1","text":"一"},{"id":"2","text":"二"}],"selected_id":"2"},
             "button_list":[{"text":"同意","key":"yes"}]}
            """));
        var id = (long)(await _simulator.ConversationAsync())[0]!["id"]!;
        _answers.Add(BotAnswer.Plaintext("<Button><ReplaceName><![CDATA[已同意]]></ReplaceName></Button>", "update_button"));

        var delivery = await _simulator.ActAsync($"conversation/{id}/click", new { key = "yes" });

        Assert.Equal("replied", (string)delivery["outcome"]!);
        var plaintext = (string)delivery["plaintext"]!;
        Assert.Contains("<Event><![CDATA[template_card_event]]></Event>", plaintext, StringComparison.Ordinal);
        Assert.Contains("<TaskId><![CDATA[leave-1]]></TaskId>", plaintext, StringComparison.Ordinal);
        Assert.Contains("<OptionId><![CDATA[2]]></OptionId>", plaintext, StringComparison.Ordinal);
        Assert.Equal("已同意", (string)(await _simulator.ConversationAsync())[0]!["details"]!["replacedButton"]!);

        using var again = await _simulator.Http.PostAsJsonAsync($"/sim/apps/demo/members/zhangsan/conversation/{id}/click", new { key = "yes" }, Cancellation);
        Assert.Equal(422, (int)again.StatusCode);
    }

    [Fact]
    public async Task Click_AnsweredWithAWholeCard_TheCardBecomesIt()
    {
        await SendAsync(Card("""{"card_type":"vote_interaction","task_id":"v","checkbox":{"question_key":"q","mode":1,"option_list":[{"id":"a","text":"A","is_checked":true},{"id":"b","text":"B"}]},"submit_button":{"text":"交","key":"s"}}"""));
        var id = (long)(await _simulator.ConversationAsync())[0]!["id"]!;
        _answers.Add(BotAnswer.Plaintext(
            "<TemplateCard><CardType>text_notice</CardType><MainTitle><Title>谢谢</Title></MainTitle>"
            + "<HorizontalContentList><KeyName>选了</KeyName><Value>B</Value></HorizontalContentList>"
            + "<CardAction><Type>1</Type><Url>https://example.com</Url></CardAction></TemplateCard>", "update_template_card"));

        await _simulator.ActAsync($"conversation/{id}/click", JsonNode.Parse("""{"key":"s","selectedItems":[{"questionKey":"q","optionIds":["b"]}]}""")!);

        var card = (await _simulator.ConversationAsync())[0]!["details"]!["card"]!;
        Assert.Equal(("谢谢", "v", "选了"), ((string)card["main_title"]!["title"]!, (string)card["task_id"]!, (string)card["horizontal_content_list"]![0]!["keyname"]!));
    }

    [Fact]
    public async Task Click_ItsResponseCode_UpdatesTheCardOnce()
    {
        await SendAsync(Card("""{"card_type":"button_interaction","task_id":"t","button_list":[{"text":"a","key":"k"}]}"""));
        var id = (long)(await _simulator.ConversationAsync())[0]!["id"]!;
        var delivery = await _simulator.ActAsync($"conversation/{id}/click", new { key = "k" });
        var code = ((string)delivery["plaintext"]!).Split("<ResponseCode><![CDATA[")[1].Split("]]>")[0];
        var update = new JsonObject
        {
            ["userids"] = new JsonArray("zhangsan"), ["agentid"] = 1000002, ["response_code"] = code, ["button"] = new JsonObject { ["replace_name"] = "好" },
        };

        Assert.Equal(0, (int)(await CallAsync($"message/update_template_card?access_token={_token}", update))["errcode"]!);
        Assert.Equal(60140, (int)(await CallAsync($"message/update_template_card?access_token={_token}", update))["errcode"]!);
        Assert.Equal("好", (string)(await _simulator.ConversationAsync())[0]!["details"]!["replacedButton"]!);
    }

    [Theory]
    [InlineData("""{"key":"other"}""", 422)]
    [InlineData("""{"key":"k","selectedItems":[{"questionKey":"none","optionIds":[]}]}""", 422)]
    [InlineData("""{}""", 400)]
    public async Task Click_Wrong_SaysSo(string click, int status)
    {
        await SendAsync(Card("""{"card_type":"button_interaction","task_id":"t","button_list":[{"text":"a","key":"k"}]}"""));
        var id = (long)(await _simulator.ConversationAsync())[0]!["id"]!;

        using var response = await _simulator.Http.PostAsJsonAsync($"/sim/apps/demo/members/zhangsan/conversation/{id}/click", JsonNode.Parse(click), Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(_bot.Received);
    }

    [Theory]
    [InlineData("""{"msgtype":"video","video":{}}""", 40008)]
    [InlineData("""{"msgtype":"image","image":{"base64":"iVBORw0KGgoBAgM=","md5":"00000000000000000000000000000000"}}""", 301019)]
    [InlineData("""{"msgtype":"image","image":{"base64":"not base64","md5":""}}""", 40058)]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":"button_interaction","task_id":"t","button_list":[{"text":"a","key":"k"}]}}""", 42031)]
    public async Task Webhook_Wrong_IsRefusedWithItsCode(string body, int code) => Assert.Equal(code, (int)(await SayAsync(body))["errcode"]!);

    [Theory]
    [InlineData("text", 2048)]
    [InlineData("markdown", 4096)]
    [InlineData("markdown_v2", 4096)]
    public async Task Webhook_TooLong_IsRefusedInTheDocumentedWords(string type, int limit)
    {
        var answer = await SayAsync(new JsonObject { ["msgtype"] = type, [type] = new JsonObject { ["content"] = new string('a', limit + 1) } }.ToJsonString());

        Assert.Equal(40058, (int)answer["errcode"]!);
        Assert.StartsWith(
            $"{type}.content exceed max length {limit}. Invalid input invalid Request Parameter, hint: [", (string)answer["errmsg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_TwentyFirstInAMinute_IsRefusedUntilTheMinuteIsOver()
    {
        const string Hi = """{"msgtype":"text","text":{"content":"hi"}}""";
        for (var number = 0; number < MessageQuotas.PerRobotAndMinute; number++)
            Assert.Equal(0, (int)(await SayAsync(Hi))["errcode"]!);

        Assert.Equal(45009, (int)(await SayAsync(Hi))["errcode"]!);
        await _simulator.PutAsync("/sim/clock", new { advanceSeconds = 60 });
        Assert.Equal(0, (int)(await SayAsync(Hi))["errcode"]!);
    }

    [Fact]
    public async Task AddRobot_ToAGroup_ItsWebhookWorks()
    {
        using var added = await _simulator.Http.PostAsJsonAsync($"/sim/groups/{SampleGroups.Project.ChatId}/robots", new { name = "build", displayName = "构建" }, Cancellation);
        var webhook = new Uri((string)(await RunningSimulator.ReadAsync(added))["webhookUrl"]!);

        var answer = await CallAsync(webhook.PathAndQuery["/cgi-bin/".Length..], JsonNode.Parse("""{"msgtype":"text","text":{"content":"hi"}}""")!);

        Assert.Equal(0, (int)answer["errcode"]!);
        Assert.Equal("build", (string)(await _simulator.GetAsync($"/sim/groups/{SampleGroups.Project.ChatId}/conversation"))[0]!["app"]!);
        using var again = await _simulator.Http.PostAsJsonAsync($"/sim/groups/{SampleGroups.Project.ChatId}/robots", new { name = "build" }, Cancellation);
        Assert.Equal(422, (int)again.StatusCode);
    }

    [Fact]
    public async Task UploadPicture_ItsAddress_ShowsIt()
    {
        using var content = PlatformCaller.Multipart(PlatformCaller.Png, "form-data; name=\"media\"; filename=\"a.png\"; filelength=11");
        using var response = await _simulator.Http.PostAsync(new Uri($"/cgi-bin/media/uploadimg?access_token={_token}", UriKind.Relative), content, Cancellation);

        var url = new Uri((string)(await RunningSimulator.ReadAsync(response))["url"]!);

        Assert.Equal(PlatformCaller.Png, await _simulator.Http.GetByteArrayAsync(url, Cancellation));
    }

    [Fact]
    public async Task Transcript_AnswerByTheApi_IsTheAnswerOfTheTurn()
    {
        await _simulator.SayAsync("稍后告诉我");
        await _later!;
        await SendAsync(Card("""{"card_type":"text_notice","main_title":{"title":"通知"},"card_action":{"type":1,"url":"https://example.com"}}"""));

        var file = await _simulator.Http.GetStringAsync(new Uri("/sim/apps/demo/members/zhangsan/transcript", UriKind.Relative), Cancellation);

        Assert.Contains("> 稍后告诉我\n< 好了\n# ", file, StringComparison.Ordinal);
        Assert.Contains("通知", file, StringComparison.Ordinal);
        using var content = new StringContent(file);
        content.Headers.ContentType = new("text/plain") { CharSet = "utf-8" };
        using var response = await _simulator.Http.PostAsync(new Uri("/sim/apps/demo/transcript", UriKind.Relative), content, Cancellation);
        var result = await RunningSimulator.ReadAsync(response);
        Assert.True((bool)result["matches"]!, result.ToJsonString());
    }
}
