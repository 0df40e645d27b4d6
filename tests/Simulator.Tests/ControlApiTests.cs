using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

public sealed class ControlApiTests : IAsyncLifetime
{
    private FakeBot _bot = null!;
    private RunningSimulator _simulator = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(BotAnswer.TextReply("好"));
        _simulator = await RunningSimulator.StartAsync(_bot);
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Accounts_Get_IsAnArrayOfEverythingABotNeeds()
    {
        var accounts = (await _simulator.GetAsync("/sim/accounts")).AsArray();

        Assert.Equal(["demo", "echo", "issuedesk"], accounts.Select(account => (string?)account!["name"]));
        var demo = accounts[0]!.AsObject();
        Assert.Equal(
            ["agentId", "callbackUrl", "corpId", "displayName", "encodingAESKey", "name", "platform", "secret", "token"],
            demo.Select(pair => pair.Key).Order());
        Assert.Equal("WeCom", (string?)demo["platform"]);
        Assert.Equal(1000002, (int)demo["agentId"]!);
        Assert.Equal(_bot.Url, (string?)demo["callbackUrl"]);
        Assert.Equal("http://127.0.0.1:5081/wecom", (string?)accounts[1]!["callbackUrl"]);
    }

    [Fact]
    public async Task World_Get_HoldsFivePeopleUnderRootDepartmentOne()
    {
        var world = await _simulator.GetAsync("/sim/world");

        Assert.Equal("鸿雁示例公司", (string?)world["corp"]!["name"]);
        Assert.Equal(1, (int)world["departments"]![0]!["id"]!);
        Assert.Equal(5, world["members"]!.AsArray().Count);
        Assert.Equal(3, world["apps"]!.AsArray().Count);
    }

    [Fact]
    public async Task Messages_PostWithoutWait_AnswersWhereToLook()
    {
        using var response = await PostAsync("/sim/apps/demo/members/zhangsan/messages", """{"type":"text","content":"你好"}""");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var sent = await RunningSimulator.ReadAsync(response);
        Assert.Equal($"/sim/deliveries/{(long)sent["deliveryId"]!}", response.Headers.Location!.OriginalString);
        var delivery = await _simulator.GetAsync(response.Headers.Location.OriginalString);
        Assert.Equal((long)sent["messageId"]!, (long)delivery["messageId"]!);
    }

    [Theory]
    [InlineData("image", "mediaId")]
    [InlineData("voice", "format")]
    [InlineData("video", "thumbMediaId")]
    [InlineData("location", "label")]
    [InlineData("link", "title")]
    public async Task Messages_OtherTypes_AreSentWithWhatIsLeftOutInvented(string type, string field)
    {
        var delivery = await _simulator.ActAsync("messages", new { type });

        Assert.Equal("replied", (string?)delivery["outcome"]);
        var entry = (await _simulator.ConversationAsync())[0]!;
        Assert.Equal(type, (string?)entry["type"]);
        Assert.False(string.IsNullOrEmpty((string?)entry["details"]![field]));
    }

    [Theory]
    [InlineData("/sim/apps/nobody/members/zhangsan/messages", """{"type":"text","content":"你好"}""")]
    [InlineData("/sim/apps/demo/members/nobody/messages", """{"type":"text","content":"你好"}""")]
    [InlineData("/sim/apps/demo/members/nobody/events", """{"event":"enter_agent"}""")]
    public async Task Post_UnknownAppOrMember_Is404(string path, string body)
    {
        using var response = await PostAsync(path, body);

        await AssertProblemAsync(response, 404, field: null);
    }

    [Theory]
    [InlineData("/sim/apps/nobody/members/zhangsan/conversation")]
    [InlineData("/sim/apps/demo/members/nobody/conversation")]
    [InlineData("/sim/apps/nobody/callback")]
    [InlineData("/sim/deliveries/999")]
    [InlineData("/sim/deliveries?app=nobody")]
    [InlineData("/sim/deliveries?member=nobody")]
    [InlineData("/sim/nothing")]
    public async Task Get_Unknown_Is404InChinese(string path)
    {
        using var response = await _simulator.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var problem = await AssertProblemAsync(response, 404, field: null);
        Assert.Contains("没有", (string?)problem["title"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages", """{"type":"text","content":""}""", 422, "content")]
    [InlineData("messages", """{"type":"text","content":" \n "}""", 422, "content")]
    [InlineData("messages", """{"type":"text"}""", 422, "content")]
    [InlineData("messages", """{"type":"text","content":"a\u0001b"}""", 422, "content")]
    [InlineData("messages", """{"type":"file"}""", 422, "type")]
    [InlineData("messages", """{"content":"你好"}""", 422, "type")]
    [InlineData("messages", """{"type":"text","content":"你好","label":"x"}""", 422, "label")]
    [InlineData("messages", """{"type":"text","contnt":"你好"}""", 400, "contnt")]
    [InlineData("messages", """{"type":"text","content":5}""", 400, "content")]
    [InlineData("messages", """{"type":"text","content":""", 400, null)]
    [InlineData("messages", "", 400, null)]
    [InlineData("events", """{"event":"nothing"}""", 422, "event")]
    [InlineData("events", """{"event":"enter_agent","scanType":"x"}""", 422, "scanType")]
    [InlineData("events", """{"event":"pic_weixin","picMd5Sums":[null]}""", 422, "picMd5Sums")]
    [InlineData("events", """{"event":"pic_weixin","mediaIds":[null]}""", 422, "mediaIds")]
    [InlineData("events", """{"event":"click","mediaIds":[]}""", 422, "mediaIds")]
    [InlineData("events", """{"event":"template_card_event","selectedItems":[null]}""", 422, "selectedItems")]
    [InlineData("events", """{"event":"template_card_event","selectedItems":[{"questionKey":"q","optionIds":[null]}]}""", 422, "selectedItems")]
    [InlineData("events", """{"event":"LOCATION","latitude":"north"}""", 400, "latitude")]
    [InlineData("events", """{"event":"LOCATION","latitude":90.1}""", 422, "latitude")]
    [InlineData("messages", """{"type":"location","longitude":-1e30}""", 422, "longitude")]
    public async Task Post_WrongBody_NamesTheField(string what, string body, int status, string? field)
    {
        using var response = await PostAsync($"/sim/apps/demo/members/zhangsan/{what}", body);

        await AssertProblemAsync(response, status, field);
        Assert.Empty(_bot.Received);
    }

    [Theory]
    [InlineData(2048, 202)]
    [InlineData(2049, 422)]
    public async Task Messages_TextLength_IsLimitedTo2048Bytes(int bytes, int status)
    {
        using var response = await PostAsync(
            "/sim/apps/demo/members/zhangsan/messages", new JsonObject { ["type"] = "text", ["content"] = new string('a', bytes) }.ToJsonString());

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Post_NotJson_Is415()
    {
        using var content = new StringContent("""{"type":"text","content":"你好"}""", Encoding.UTF8, "text/plain");
        using var response = await _simulator.Http.PostAsync(
            new Uri("/sim/apps/demo/members/zhangsan/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, 415, field: null);
    }

    [Fact]
    public async Task Post_EmptyBody_SaysThatJsonBelongsThere()
    {
        using var response = await PostAsync("/sim/apps/demo/members/zhangsan/messages", "");

        Assert.Equal("请求体是空的，这里要有 JSON。", (string?)(await AssertProblemAsync(response, 400, field: null))["detail"]);
    }

    [Theory]
    [InlineData("PUT", "/sim/apps/demo/menu", "{}")]
    [InlineData("PUT", "/sim/apps/demo/permissions", """{"scope":{},"modules":[]}""")]
    [InlineData("PUT", "/sim/official-accounts/oa/menu", "{}")]
    [InlineData("POST", "/sim/official-accounts/oa/tags", "{}")]
    [InlineData("POST", "/sim/official-accounts/oa/people", "{}")]
    [InlineData("POST", "/sim/official-accounts/oa/people/oK7d2w3JmXcQ9fR-uYtB5nHs8LgE/one-time-subscriptions", """{"scene":7}""")]
    [InlineData("POST", "/sim/members", "{}")]
    [InlineData("POST", "/sim/departments", "{}")]
    [InlineData("POST", "/sim/tags", "{}")]
    [InlineData("POST", "/sim/customers", "{}")]
    [InlineData("POST", "/sim/groups/wrproject000000000000000000000001/robots", "{}")]
    public async Task Write_FieldIsMissing_IsTheSendersMistake(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True((int)response.StatusCode is 400 or 422, $"{response.StatusCode}");
        Assert.NotEmpty((string?)(await AssertProblemAsync(response, (int)response.StatusCode, field: null))["detail"] ?? "");
    }

    [Theory]
    [InlineData("/sim/deliveries?limit=999999999999")]
    [InlineData("/sim/deliveries?limit=abc")]
    public async Task Get_ParameterThatCannotBeRead_SaysWhatItMayBe(string path)
    {
        using var response = await _simulator.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith("地址里有一个参数缺失或不能用", (string?)(await AssertProblemAsync(response, 400, field: null))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SwitchThatIsNone_SaysWhatItMayBe()
    {
        using var response = await PostAsync("/sim/apps/demo/members/zhangsan/messages?wait=maybe", """{"type":"text","content":"你好"}""");

        Assert.StartsWith("地址里有一个参数缺失或不能用", (string?)(await AssertProblemAsync(response, 400, field: null))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LargeBody_Is413()
    {
        using var response = await PostAsync("/sim/apps/demo/members/zhangsan/messages", new string(' ', 1024 * 1024 + 1));

        await AssertProblemAsync(response, 413, field: null);
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("own", 202)]
    public async Task Post_Origin_OnlyOurOwnPasses(string origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sim/apps/demo/members/zhangsan/messages");
        request.Headers.Add("Origin", origin == "own" ? _simulator.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);
        request.Content = JsonContent.Create(new { type = "text", content = "你好" });
        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Get_ForeignHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sim/accounts");
        request.Headers.Host = "rebound.example";
        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Deliveries_Get_NewestFirstAndFiltered()
    {
        await _simulator.SayAsync("一");
        await _simulator.SayAsync("二");

        var all = (await _simulator.GetAsync("/sim/deliveries?app=demo&member=zhangsan")).AsArray();
        Assert.Equal(2, all.Count);
        Assert.True((long)all[0]!["id"]! > (long)all[1]!["id"]!);
        Assert.Single((await _simulator.GetAsync("/sim/deliveries?limit=1")).AsArray());
        Assert.Empty((await _simulator.GetAsync("/sim/deliveries?app=echo")).AsArray());
        Assert.Empty((await _simulator.GetAsync("/sim/deliveries?member=lisi")).AsArray());
    }

    [Theory]
    [InlineData("?limit=0", 422)]
    [InlineData("?limit=1001", 422)]
    [InlineData("?limit=x", 400)]
    public async Task Deliveries_WrongLimit_IsRefused(string query, int status)
    {
        using var response = await _simulator.Http.GetAsync(new Uri("/sim/deliveries" + query, UriKind.Relative), TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, status, field: status == 422 ? "limit" : null);
    }

    [Fact]
    public async Task Settings_Put_AreUsedByTheNextDelivery()
    {
        using var response = await PutAsync("/sim/settings", """{"deliveries":2,"retryPauseSeconds":0}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, (int)(await _simulator.GetAsync("/sim/settings"))["deliveries"]!);

        await _bot.DisposeAsync();
        var delivery = await _simulator.SayAsync("你好");

        Assert.Equal(2, delivery["attempts"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("""{"deliveries":0}""", "deliveries")]
    [InlineData("""{"deliveries":11}""", "deliveries")]
    [InlineData("""{"deadlineSeconds":0}""", "deadlineSeconds")]
    [InlineData("""{"retryPauseSeconds":-1}""", "retryPauseSeconds")]
    [InlineData("""{"verificationSeconds":601}""", "verificationSeconds")]
    public async Task Settings_OutOfRange_AreRefused(string body, string field)
    {
        using var response = await PutAsync("/sim/settings", body);

        await AssertProblemAsync(response, 422, field);
    }

    [Fact]
    public async Task Reset_Post_RestoresEverything()
    {
        await _simulator.SayAsync("你好");
        using var settings = await PutAsync("/sim/settings", """{"deliveries":1}""");

        using var response = await _simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await _simulator.ConversationAsync());
        Assert.Empty((await _simulator.GetAsync("/sim/deliveries")).AsArray());
        Assert.Equal(3, (int)(await _simulator.GetAsync("/sim/settings"))["deliveries"]!);
    }

    [Fact]
    public async Task Language_English_IsChosenByQuery()
    {
        using var response = await _simulator.Http.GetAsync(new Uri("/sim/deliveries/999?lang=en", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("No such delivery", (string?)(await RunningSimulator.ReadAsync(response))["title"]);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        _simulator.Http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> PutAsync(string path, string body) =>
        _simulator.Http.PutAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<JsonNode> AssertProblemAsync(HttpResponseMessage response, int status, string? field)
    {
        var problem = await RunningSimulator.ReadAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        if (field is not null)
            Assert.Equal(field, (string?)problem["field"]);
        return problem;
    }
}
