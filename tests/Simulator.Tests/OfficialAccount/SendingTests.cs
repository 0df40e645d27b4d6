using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Deliveries;
using Hongyan.Simulator.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests.OfficialAccount;

/// <summary>What the platform refuses of mass messages, drafts, material, templates and subscriptions, sent as no well-behaved client would.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private const string Other = "oK7d2w0ZvPa4TqWb_k6GxCi1RyDo";

    private FakeBot _bot = null!;
    private RunningAccount _account = null!;
    private string _token = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(BotAnswer.Empty);
        _account = await RunningAccount.StartAsync(_bot);
        _token = await _account.TokenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _account.DisposeAsync();
        await _bot.DisposeAsync();
    }

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _account.Simulator.Http.PostAsync(new Uri($"{path}?access_token={_token}", UriKind.Relative), content, Cancellation);
        return await RunningSimulator.ReadAsync(response);
    }

    private async Task<int> CodeAsync(string path, string body) => (int?)(await PostAsync(path, body))["errcode"] ?? 0;

    private async Task<string> UploadAsync(string path, byte[] file, string fileName, string? description = null)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file);
        content.Headers.Add("Content-Disposition", $"form-data; name=\"media\"; filename=\"{fileName}\"");
        form.Add(content);
        if (description is not null)
            form.Add(new StringContent(description), "description");
        using var response = await _account.Simulator.Http.PostAsync(new Uri($"{path}access_token={_token}", UriKind.Relative), form, Cancellation);
        var answer = await RunningSimulator.ReadAsync(response);
        return (string?)answer["media_id"] ?? answer["errcode"]!.ToJsonString();
    }

    private Task<string> CoverAsync() => UploadAsync("/cgi-bin/material/add_material?type=image&", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4], "a.jpg");

    private Task<HttpResponseMessage> ControlAsync(string path, object body) =>
        _account.Simulator.Http.PostAsJsonAsync($"/sim/official-accounts/oa/{path}", body, Cancellation);

    [Theory]
    [InlineData("sendall", """{"msgtype":"text","text":{"content":"a"}}""", 40035)]
    [InlineData("sendall", """{"filter":{"is_to_all":false},"msgtype":"text","text":{"content":"a"}}""", 40035)]
    [InlineData("sendall", """{"filter":{"is_to_all":false,"tag_id":77},"msgtype":"text","text":{"content":"a"}}""", 45159)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"dance","dance":{}}""", 40008)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":""}}""", 44004)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"text"}""", 44004)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"mpnews","mpnews":{"media_id":"nothing"}}""", 40007)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"mpnews","mpnews":{}}""", 41006)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"image","images":{"media_ids":[]}}""", 41006)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"image","images":{"media_ids":"x"}}""", 47001)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"mpvideo","mpvideo":{"media_id":"nothing"}}""", 40007)]
    [InlineData("sendall", """{"filter":"all","msgtype":"text","text":{"content":"a"}}""", 47001)]
    [InlineData("sendall", """{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":"a"}""", 47001)]
    [InlineData("send", """{"touser":["oK7d2w3JmXcQ9fR-uYtB5nHs8LgE"],"msgtype":"text","text":{"content":"a"}}""", 40130)]
    [InlineData("send", """{"touser":["oK7d2w3JmXcQ9fR-uYtB5nHs8LgE","oK7d2w3JmXcQ9fR-uYtB5nHs8LgE"],"msgtype":"text","text":{"content":"a"}}""", 40130)]
    [InlineData("send", """{"touser":"oK7d2w3JmXcQ9fR-uYtB5nHs8LgE","msgtype":"text","text":{"content":"a"}}""", 47001)]
    [InlineData("preview", """{"touser":"nobody","msgtype":"text","text":{"content":"a"}}""", 40003)]
    [InlineData("preview", """{"towxname":"nobody","msgtype":"text","text":{"content":"a"}}""", 40132)]
    [InlineData("get", """{"msg_id":"x"}""", 47001)]
    [InlineData("get", "{}", 40035)]
    [InlineData("delete", """{"msg_id":1}""", 40035)]
    [InlineData("speed/set", "{}", 45084)]
    [InlineData("speed/set", """{"speed":5}""", 45083)]
    [InlineData("speed/set", """{"speed":-1}""", 45083)]
    public async Task Mass_WhatIsWrong_HasItsCode(string call, string body, int code) => Assert.Equal(code, await CodeAsync($"/cgi-bin/message/mass/{call}", body));

    [Fact]
    public async Task Mass_TooLong_HasItsCode()
    {
        Assert.Equal(45002, await CodeAsync("/cgi-bin/message/mass/sendall", $$$"""{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":"{{{new string('字', 683)}}}"}}"""));
        Assert.Equal(45067, await CodeAsync("/cgi-bin/message/mass/sendall", $$$"""{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":"a"},"clientmsgid":"{{{new string('a', 65)}}}"}"""));
    }

    [Fact]
    public async Task Mass_SixtyFirstCallOfAMinute_Is45011()
    {
        const string Body = """{"touser":"oK7d2w3JmXcQ9fR-uYtB5nHs8LgE","msgtype":"text","text":{"content":"a"}}""";
        for (var i = 0; i < 60; i++)
            Assert.Equal(0, await CodeAsync("/cgi-bin/message/mass/preview", Body));

        Assert.Equal(45011, await CodeAsync("/cgi-bin/message/mass/preview", Body));
        await _account.Simulator.PutAsync("/sim/clock", new { advanceSeconds = 61 });
        Assert.Equal(0, await CodeAsync("/cgi-bin/message/mass/preview", Body));
    }

    [Fact]
    public async Task Mass_Ended_TheBotIsToldInItsMode()
    {
        await PostAsync("/cgi-bin/message/mass/send", JsonSerializer.Serialize(new { touser = new[] { RunningAccount.Follower, Other }, msgtype = "text", text = new { content = "通知" } }));
        await _account.Simulator.PutAsync("/sim/clock", new { advanceSeconds = 5 });

        var services = _account.Simulator.Services;
        var delivery = services.GetRequiredService<DeliveryLog>().Latest("oa", member: null, 1)[0];
        await services.GetRequiredService<DeliveryEngine>().WaitAsync(delivery, Cancellation);
        var told = RunningAccount.Open(Assert.Single(_bot.Received));
        Assert.Contains("<Event><![CDATA[MASSSENDJOBFINISH]]></Event>", told, StringComparison.Ordinal);
        Assert.Contains("<TotalCount>2</TotalCount><FilterCount>2</FilterCount><SentCount>2</SentCount><ErrorCount>0</ErrorCount>", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WhatIsWrong_HasItsCode()
    {
        var cover = await CoverAsync();
        Task<int> AddAsync(object articles) => CodeAsync("/cgi-bin/draft/add", JsonSerializer.Serialize(new { articles }));

        Assert.Equal(44003, await AddAsync(Array.Empty<object>()));
        Assert.Equal(45008, await AddAsync(Enumerable.Repeat(new { title = "t", content = "c", thumb_media_id = cover }, 9)));
        Assert.Equal(45003, await AddAsync(new[] { new { title = "", content = "c", thumb_media_id = cover } }));
        Assert.Equal(45003, await AddAsync(new[] { new { title = new string('题', 65), content = "c", thumb_media_id = cover } }));
        Assert.Equal(45110, await AddAsync(new[] { new { title = "t", author = new string('者', 17), content = "c", thumb_media_id = cover } }));
        Assert.Equal(45004, await AddAsync(new[] { new { title = "t", digest = new string('摘', 121), content = "c", thumb_media_id = cover } }));
        Assert.Equal(44004, await AddAsync(new[] { new { title = "t", content = "", thumb_media_id = cover } }));
        Assert.Equal(45002, await AddAsync(new[] { new { title = "t", content = new string('文', 20_000), thumb_media_id = cover } }));
        Assert.Equal(40007, await AddAsync(new[] { new { title = "t", content = "c", thumb_media_id = "" } }));
        Assert.Equal(40118, await AddAsync(new[] { new { article_type = "newspic", title = "t", content = "", image_info = new { image_list = Array.Empty<object>() } } }));
        Assert.Equal(47001, await AddAsync("all"));
        Assert.Equal(40035, await CodeAsync("/cgi-bin/draft/batchget", """{"offset":0,"count":21}"""));
        Assert.Equal(40035, await CodeAsync("/cgi-bin/draft/batchget", """{"offset":-1,"count":1}"""));
    }

    [Fact]
    public async Task Draft_ScriptsAndForeignPictures_AreDroppedAndRemarked()
    {
        var cover = await CoverAsync();
        await PostAsync("/cgi-bin/draft/add", JsonSerializer.Serialize(new
        {
            articles = new[] { new { title = "t", content = "<p>好</p><script>alert(1)</script ><img src='https://example.com/a.png'><SCRIPT>x", thumb_media_id = cover } },
        }));

        var drafts = await PostAsync("/cgi-bin/draft/batchget", """{"offset":0,"count":1}""");
        Assert.Equal("<p>好</p>", (string?)drafts["item"]![0]!["content"]!["news_item"]![0]!["content"]);
        var calls = await _account.Simulator.GetAsync("/sim/calls");
        Assert.Contains("media/uploadimg", calls.AsArray().First(call => ((string)call!["path"]!).StartsWith("/cgi-bin/draft/add", StringComparison.Ordinal))!["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cgi-bin/material/add_material?", "40004")]
    [InlineData("/cgi-bin/material/add_material?type=dance&", "40004")]
    [InlineData("/cgi-bin/material/add_material?type=video&", "40005")]
    [InlineData("/cgi-bin/material/add_material?type=voice&", "40005")]
    public async Task Material_WhatIsWrong_HasItsCode(string path, string code) => Assert.Equal(code, await UploadAsync(path, [0xFF, 0xD8, 0xFF, 1], "a.jpg"));

    [Fact]
    public async Task Material_VideoWithoutTitle_Is40035()
    {
        byte[] video = [0, 0, 0, 24, .. "ftypisom"u8];
        Assert.Equal("40035", await UploadAsync("/cgi-bin/material/add_material?type=video&", video, "a.mp4"));
        Assert.Equal("40035", await UploadAsync("/cgi-bin/material/add_material?type=video&", video, "a.mp4", "{"));
        Assert.Equal("40035", await UploadAsync("/cgi-bin/material/add_material?type=video&", video, "a.mp4", """{"introduction":"i"}"""));
    }

    [Theory]
    [InlineData("/cgi-bin/material/get_material", "{}", 41006)]
    [InlineData("/cgi-bin/material/del_material", """{"media_id":"x"}""", 40007)]
    [InlineData("/cgi-bin/material/batchget_material", """{"type":"thumb","offset":0,"count":1}""", 40004)]
    [InlineData("/cgi-bin/material/add_news", """{"articles":[]}""", 45109)]
    [InlineData("/cgi-bin/freepublish/delete", """{"article_id":""}""", 53600)]
    [InlineData("/cgi-bin/template/api_set_industry", """{"industry_id1":"1","industry_id2":"42"}""", 40035)]
    [InlineData("/cgi-bin/template/api_add_template", """{"template_id_short":"47123"}""", 47003)]
    [InlineData("/cgi-bin/template/api_add_template", """{"template_id_short":"47123","keyword_name_list":["没有的"]}""", 47003)]
    [InlineData("/cgi-bin/message/template/send", """{"touser":"nobody"}""", 40003)]
    [InlineData("/cgi-bin/message/subscribe/bizsend", """{"touser":"oK7d2w3JmXcQ9fR-uYtB5nHs8LgE","template_id":"x"}""", 40037)]
    [InlineData("/cgi-bin/message/template/subscribe", """{"touser":"oK7d2w3JmXcQ9fR-uYtB5nHs8LgE","template_id":"x","scene":"10001","title":"t","data":{"content":{"value":"v"}}}""", 47003)]
    [InlineData("/cgi-bin/message/template/subscribe", """{"touser":"oK7d2w3JmXcQ9fR-uYtB5nHs8LgE","template_id":"x","scene":"1","title":"t","data":{"content":"v"}}""", 47001)]
    [InlineData("/wxaapi/newtmpl/addtemplate", "{", 47001)]
    [InlineData("/wxaapi/newtmpl/addtemplate", """{"tid":"1701","kidList":[1,2],"sceneDesc":"这里写了超过十五个字的场景说明了吧"}""", 200021)]
    [InlineData("/wxaapi/newtmpl/addtemplate", """{"tid":"1701","kidList":[1,2]}""", 0)]
    public async Task Call_WhatIsGiven_HasItsCode(string path, string body, int code) => Assert.Equal(code, await CodeAsync(path, body));

    [Theory]
    [InlineData("""{"thing1":{"value":"二十一个字的课程名称是放不进一个字段里面的吧"},"time2":{"value":"t"},"thing3":{"value":"p"}}""", "data.thing1.value invalid")]
    [InlineData("""{"thing1":{"value":"钢\n琴"},"time2":{"value":"t"},"thing3":{"value":"p"}}""", "data.thing1.value invalid")]
    [InlineData("""{"thing1":{"value":"钢琴"},"time2":{"value":"t"},"thing3":{}}""", "data.thing3.value is empty")]
    public async Task Template_ValueThatDoesNotFit_Is47003WithItsName(string data, string name)
    {
        var answer = await PostAsync("/cgi-bin/message/template/send", await TemplateAsync(data));

        Assert.Equal(47003, (int)answer["errcode"]!);
        Assert.Contains(name, (string)answer["errmsg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_ColoursAndFrame_AreRemarked()
    {
        await PostAsync("/cgi-bin/message/template/send", await TemplateAsync(
            """{"first":{"value":"您好"},"thing1":{"value":"钢琴","color":"#FF0000"},"time2":{"value":"t"},"thing3":{"value":"p"}}"""));

        var call = (await _account.Simulator.GetAsync("/sim/calls")).AsArray()[0]!;
        Assert.Equal(2, call["notes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Control_WhatCannotBe_Is422Or404()
    {
        using var choices = await ControlAsync($"people/{RunningAccount.Follower}/subscriptions", new { choices = new[] { new { templateId = "nothing" } } });
        using var nobody = await ControlAsync("people/nobody/subscriptions", new { choices = Array.Empty<object>() });
        using var scene = await ControlAsync($"people/{RunningAccount.Follower}/one-time-subscriptions", new { templateId = "x", scene = 10_001 });
        using var settings = await _account.Simulator.Http.PutAsJsonAsync("/sim/official-accounts/oa/jobs/settings", new { massStatus = "perhaps" }, Cancellation);
        using var unknown = await _account.Simulator.Http.GetAsync(new Uri("/sim/official-accounts/nothing/jobs", UriKind.Relative), Cancellation);

        Assert.Equal((422, 404, 422, 422, 404), ((int)choices.StatusCode, (int)nobody.StatusCode, (int)scene.StatusCode, (int)settings.StatusCode, (int)unknown.StatusCode));
    }

    [Theory]
    [InlineData("/s/nothing", 404)]
    [InlineData("/s/preview/nothing/0", 404)]
    [InlineData("/mp/subscribemsg", 200)]
    public async Task Page_OfNothing_SaysSo(string path, int status)
    {
        using var response = await _account.Simulator.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Reset_JobsUnderWay_AreForgotten()
    {
        await PostAsync("/cgi-bin/message/mass/send", JsonSerializer.Serialize(new { touser = new[] { RunningAccount.Follower, Other }, msgtype = "text", text = new { content = "通知" } }));
        using var reset = await _account.Simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), content: null, Cancellation);
        await _account.Simulator.PutAsync("/sim/clock", new { advanceSeconds = 60 });

        Assert.Empty(await _account.ConversationAsync());
        Assert.Empty((await _account.Simulator.GetAsync("/sim/official-accounts/oa/jobs"))["mass"]!.AsArray());
    }

    private async Task<string> TemplateAsync(string data)
    {
        var list = await _account.CallAsync("/template/get_all_private_template", token: _token);
        return $$"""{"touser":"{{RunningAccount.Follower}}","template_id":"{{(string)list["template_list"]![0]!["template_id"]!}}","data":{{data}}}""";
    }
}
