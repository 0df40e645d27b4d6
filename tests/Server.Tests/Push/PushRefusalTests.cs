using System.Net.Sockets;
using System.Text;

namespace Hongyan.Server.Tests.Push;

/// <summary>Everything that can be wrong with a push.</summary>
public sealed class PushRefusalTests(PushServer server) : IClassFixture<PushServer>
{
    [Theory]
    [InlineData("", "body", "不是 JSON")]
    [InlineData("{", "body", "不是 JSON")]
    [InlineData("[]", "body", "JSON 对象")]
    [InlineData("""{"to":"zhangsan","contnet":"x"}""", "contnet", "不认识 contnet")]
    [InlineData("""{"to":"a","to":"b","content":"x"}""", "to", "写了两遍")]
    [InlineData("""{"content":"x"}""", "to", "说清楚发给谁")]
    [InlineData("""{"to":"","content":"x"}""", "to", "说清楚发给谁")]
    [InlineData("""{"to":"zhangsan","robot":"notice","content":"x"}""", "to", "说清楚发给谁")]
    [InlineData("""{"to":{"id":"zhangsan"},"content":"x"}""", "to", "列表")]
    [InlineData("""{"to":[["zhangsan"]],"content":"x"}""", "to", "列表")]
    [InlineData("""{"to":[true],"content":"x"}""", "to", "列表")]
    [InlineData("""{"party":"运维","content":"x"}""", "party", "不是数字")]
    [InlineData("""{"tag":-1,"content":"x"}""", "tag", "不是数字")]
    [InlineData("""{"tag":1.5,"content":"x"}""", "tag", "不是数字")]
    [InlineData("""{"to":"@all","party":1,"content":"x"}""", "to", "@all 已经是所有人")]
    [InlineData("""{"robot":"a,b","content":"x"}""", "robot", "一个群机器人")]
    [InlineData("""{"to":"zhangsan"}""", "content", "缺 content")]
    [InlineData("""{"to":"zhangsan","content":"  "}""", "content", "缺 content")]
    [InlineData("""{"to":"zhangsan","content":5}""", "content", "应该是文字")]
    [InlineData("""{"to":"zhangsan","content":"\ud800"}""", "content", "应该是文字")]
    [InlineData("""{"to":"zhangsan","content":"x","cut":"yes"}""", "cut", "true 或 false")]
    [InlineData("""{"to":"zhangsan","type":"video","content":"x"}""", "type", "不认识 type")]
    [InlineData("""{"to":"zhangsan","type":"image"}""", "mediaId", "缺 mediaId")]
    [InlineData("""{"to":"zhangsan","type":"textcard","content":"x","url":"https://a.example"}""", "title", "缺 title")]
    [InlineData("""{"to":"zhangsan","type":"textcard","content":"x","title":"t"}""", "url", "缺 url")]
    public async Task Push_BodyIsWrong_NamesTheField(string body, string field, string sentence)
    {
        var reply = await server.PostAsync("/push/demo", body);

        Assert.Equal((400, "bad_request", field), (reply.Status, (string?)reply.Json["code"], (string?)reply.Json["field"]));
        Assert.Contains(sentence, (string?)reply.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"to\": }", "第 2 行第 9 字节")]
    [InlineData("x", "第 1 行第 1 字节")]
    public async Task Push_BodyIsNoJson_SaysWhereAsEditorsCount(string body, string place)
    {
        var reply = await server.PostAsync("/push/demo", body);

        Assert.Contains(place, (string?)reply.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/push/demo")]
    [InlineData("/push/demo/alertmanager?to=zhangsan")]
    public async Task Push_BodyBreaksOff_SaysThatNothingWasSent(string path)
    {
        var address = server.Running.Server.BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var request = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {PushServer.Key}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + "5\r\n{\"to\"\r\nno chunk\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"incomplete\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/push/demo", """{"openid":"oA1","content":"x"}""", "unsupported", "不用 openid")]
    [InlineData("/push/oa", """{"to":"zhangsan","content":"x"}""", "unsupported", "用 openid")]
    [InlineData("/push/oa", """{"openid":"oA1","type":"markdown","content":"x"}""", "unsupported", "不能推 markdown")]
    [InlineData("/push/robot", """{"to":"zhangsan","content":"x"}""", "unsupported", "只能回答")]
    [InlineData("/push/demo", """{"robot":"nope","content":"x"}""", "unknown_robot", "没有叫 nope")]
    [InlineData("/push/demo", """{"robot":"notice","type":"file","mediaId":"m1"}""", "unsupported", "text 和 markdown")]
    public async Task Push_AccountHasNoSuchThing_SaysWhatItHas(string path, string body, string code, string sentence)
    {
        var reply = await server.PostAsync(path, body);

        Assert.Equal((422, code), (reply.Status, (string?)reply.Json["code"]));
        Assert.Contains(sentence, (string?)reply.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_TooManyMembers_IsRefused()
    {
        var people = string.Join(',', Enumerable.Range(0, 1001).Select(number => $"\"u{number}\""));

        var reply = await server.PostAsync("/push/demo", $$"""{"to":[{{people}}],"content":"x"}""");

        Assert.Equal((400, "to"), (reply.Status, (string?)reply.Json["field"]));
    }

    [Fact]
    public async Task Push_TextIsTooLong_IsRefusedOrCutAsAsked()
    {
        var text = new string('长', 1000);

        var refused = await server.PostAsync("/push/demo", $$"""{"to":"wangwei","content":"{{text}}"}""");
        var cut = await server.PostAsync("/push/demo", $$"""{"to":"wangwei","content":"{{text}}","cut":true}""");

        Assert.Equal((400, "content"), (refused.Status, (string?)refused.Json["field"]));
        Assert.Contains("3000 字节，最多 2048 字节", (string?)refused.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(202, cut.Status);
        await PushServer.UntilAsync(server.Running, "/sim/apps/demo/members/wangwei/conversation", entry => ((string?)entry["content"])!.EndsWith("长…", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hongyan-demo-push-kez")]
    [InlineData("hongyan-demo-push-key2")]
    public async Task Push_KeyIsWrong_IsRefusedWithoutAWord(string? key)
    {
        var reply = await server.PostAsync("/push/demo", "not even JSON", key);

        Assert.Equal((401, "unauthorized"), (reply.Status, (string?)reply.Json["code"]));
        Assert.Equal("Bearer", reply.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Push_KeyAsBasicCredentials_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/push/demo") { Content = new StringContent("{}", Encoding.UTF8) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {PushServer.Key}");
        using var response = await server.Running.Server.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Push_UnknownAccount_IsNotFound()
    {
        var reply = await server.PostAsync("/push/nope", """{"to":"zhangsan","content":"x"}""");

        Assert.Equal((404, "unknown_account"), (reply.Status, (string?)reply.Json["code"]));
    }

    [Theory]
    [InlineData("/push/demo", """{"to":"zhangsan","content":"窄"}""", 202)]
    [InlineData("/push/demo", """{"party":"1","type":"markdown","content":"窄"}""", 200)]
    [InlineData("/push/demo", """{"to":"zhangsan,lisi","content":"窄"}""", 403)]
    [InlineData("/push/demo", """{"to":"@all","content":"窄"}""", 403)]
    [InlineData("/push/demo", """{"robot":"notice","content":"窄"}""", 403)]
    [InlineData("/push/issuedesk", """{"to":"zhangsan","content":"窄"}""", 403)]
    public async Task Push_KeyOfFewTargets_ReachesNobodyElse(string path, string body, int status) =>
        Assert.Equal(status, (await server.PostAsync(path, body, PushServer.NarrowKey)).Status);

    [Fact]
    public async Task Push_BodyIsHuge_IsRefused()
    {
        var reply = await server.PostAsync("/push/demo", $$"""{"to":"zhangsan","content":"{{new string('x', 70_000)}}"}""");

        Assert.Equal((413, "too_large"), (reply.Status, (string?)reply.Json["code"]));
    }

    [Fact]
    public async Task Push_BodyIsHugeAndDoesNotSaySo_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/push/demo") { Content = new StringContent(new string(' ', 70_000)) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new("Bearer", PushServer.Key);
        using var response = await server.Running.Server.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task Push_NameOfTheRequestIsTooLong_IsRefused()
    {
        var reply = await server.PostAsync("/push/demo", """{"to":"zhangsan","content":"x"}""", claim: new string('n', 256));

        Assert.Equal((400, "Idempotency-Key"), (reply.Status, (string?)reply.Json["field"]));
    }

    [Theory]
    [InlineData("{}", "没有 alerts")]
    [InlineData("""{"alerts":[]}""", "没有 alerts")]
    [InlineData("""{"alerts":{}}""", "没有 alerts")]
    [InlineData("[1]", "没有 alerts")]
    [InlineData("<xml/>", "不是 JSON")]
    [InlineData("""{"alerts":[{"labels":{"alertname":"\ud800"}}]}""", "应该是文字")]
    public async Task Alertmanager_NotItsBody_SaysSo(string body, string sentence)
    {
        var reply = await server.PostAsync("/push/demo/alertmanager?to=zhangsan", body);

        Assert.Equal(400, reply.Status);
        Assert.Contains(sentence, (string?)reply.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alertmanager_NobodyNamed_SaysHow()
    {
        var reply = await server.PostAsync("/push/demo/alertmanager", """{"alerts":[{"status":"firing"}]}""");

        Assert.Equal((400, "to"), (reply.Status, (string?)reply.Json["field"]));
    }

    [Fact]
    public async Task Push_TooOften_HasToWait()
    {
        await using var running = await RunningServer.StartAsync("--Push:PerMinute=2", $"--Push:Keys:other={PushServer.NarrowKey}");
        const string Body = """{"to":"zhangsan","content":"x"}""";

        var replies = new List<PushReply>();
        for (var i = 0; i < 3; i++)
            replies.Add(await PushServer.PostAsync(running, "/push/demo", Body));
        var other = await PushServer.PostAsync(running, "/push/demo", Body, PushServer.NarrowKey);

        Assert.Equal([202, 202, 429], replies.Select(reply => reply.Status));
        Assert.InRange(int.Parse(replies[2].Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(202, other.Status);
    }
}
