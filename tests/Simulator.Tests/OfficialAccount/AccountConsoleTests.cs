using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class AccountConsoleTests : IAsyncLifetime
{
    private RunningAccount _account = null!;

    public async ValueTask InitializeAsync() => _account = await RunningAccount.StartAsync(bot: null);

    public ValueTask DisposeAsync() => _account.DisposeAsync();

    private async Task<(int Status, JsonNode Answer)> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, "/sim/official-accounts/oa" + path) { Content = JsonContent.Create(body) };
        using var response = await _account.Simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await RunningSimulator.ReadAsync(response));
    }

    [Fact]
    public async Task Person_Changed_IsToldByTheApi()
    {
        var (_, tag) = await SendAsync(HttpMethod.Post, "/tags", new { name = "家长" });
        var id = (int)tag["id"]!;

        var (status, person) = await SendAsync(HttpMethod.Patch, $"/people/{RunningAccount.Follower}", new { remark = "小满妈妈", tagIds = new[] { id }, device = "ios" });

        Assert.Equal((200, "小满妈妈", "ios"), (status, (string?)person["remark"], (string?)person["device"]));
        var told = await _account.CallAsync($"/user/info?openid={RunningAccount.Follower}");
        Assert.Equal(("小满妈妈", id), ((string?)told["remark"], (int)told["tagid_list"]![0]!));
        Assert.Equal(1, (int)(await _account.Simulator.GetAsync("/sim/official-accounts/oa/tags"))[1]!["count"]!);
    }

    [Fact]
    public async Task Console_WhatCannotBe_IsExplained()
    {
        int[] unknownTags = [4711];
        await RefusedAsync(HttpMethod.Patch, $"/people/{RunningAccount.Follower}", new { tagIds = unknownTags }, 422, "4711");
        await RefusedAsync(HttpMethod.Patch, $"/people/{RunningAccount.Follower}", new { remark = new string('长', 30) }, 422, "remark");
        await RefusedAsync(HttpMethod.Patch, $"/people/{RunningAccount.Stranger}", new { tagIds = Array.Empty<int>() }, 422, "tagIds");
        await RefusedAsync(HttpMethod.Patch, $"/people/{RunningAccount.Follower}", new { device = "fax" }, 400, "device");
        await RefusedAsync(HttpMethod.Patch, "/people/oNobody", new { remark = "x" }, 404, "oNobody");
        await RefusedAsync(HttpMethod.Post, "/tags", new { name = "星标组" }, 422, "45157");
        await RefusedAsync(HttpMethod.Put, "/quotas", new[] { new { path = "user/get", limit = 1 } }, 422, "path");
        await RefusedAsync(HttpMethod.Put, "/quotas", new[] { new { path = "/cgi-bin/user/get", used = -1 } }, 422, "path");
        await RefusedAsync(HttpMethod.Post, $"/people/{RunningAccount.Follower}/scans", new { ticket = "made-up" }, 422, "ticket");
        await RefusedAsync(HttpMethod.Post, $"/people/{RunningAccount.Follower}/scans", new { }, 422, "scene");

        async Task RefusedAsync(HttpMethod method, string path, object body, int status, string sign)
        {
            var (actual, answer) = await SendAsync(method, path, body);
            Assert.Equal(status, actual);
            Assert.Contains(sign, answer.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Quota_UsedUp_CountsUntilMidnightInChina()
    {
        await SendAsync(HttpMethod.Put, "/quotas", new[] { new { path = "/cgi-bin/user/info", limit = 2 } });
        var token = await _account.TokenAsync();
        var path = $"/user/info?openid={RunningAccount.Follower}";
        await _account.CallAsync(path, token: token);
        // What is refused counts as well.
        await _account.CallAsync("/user/info?openid=oNobody", token: token);

        var refused = await _account.CallAsync(path, token: token);

        Assert.Equal(45009, (int)refused["errcode"]!);
        var quotas = (await _account.Simulator.GetAsync("/sim/official-accounts/oa/quotas")).AsArray();
        Assert.Equal(2, (int)quotas.Single(quota => (string?)quota!["path"] == "/cgi-bin/user/info")!["used"]!);
    }

    [Theory]
    [InlineData("/tags/create", """{"tag":"家长"}""", 47001)]
    [InlineData("/tags/create", """{"tag":{"name":"十一个汉字是三十三字节"}}""", 45158)]
    [InlineData("/tags/create", "", 45157)]
    [InlineData("/tags/update", """{"tag":{"id":"x","name":"y"}}""", 47001)]
    [InlineData("/tags/members/batchtagging", """{"tagid":2,"openid_list":[]}""", 40031)]
    [InlineData("/tags/members/batchtagging", """{"tagid":2,"openid_list":"o"}""", 47001)]
    [InlineData("/tags/members/batchtagging", """{"tagid":4711,"openid_list":["o"]}""", 45159)]
    [InlineData("/tags/members/batchblacklist", """{"openid_list":[]}""", 40031)]
    [InlineData("/tags/getidlist", "{}", 40003)]
    [InlineData("/user/tag/get", "{}", 45159)]
    [InlineData("/user/tag/get", """{"tagid":2,"next_openid":"oNobody"}""", 40003)]
    [InlineData("/user/info/batchget", """{"user_list":[]}""", 40031)]
    [InlineData("/user/info/batchget", """{"user_list":["o"]}""", 47001)]
    [InlineData("/user/info/updateremark", """{"openid":"oK7d2w3JmXcQ9fR-uYtB5nHs8LgE"}""", 40035)]
    [InlineData("/qrcode/create", """{"action_name":"QR_SCENE","action_info":{"scene":{"scene_id":0}}}""", 40035)]
    [InlineData("/qrcode/create", """{"action_name":"QR_SCENE","action_info":{"scene":{"scene_str":"a"}}}""", 40035)]
    [InlineData("/qrcode/create", """{"action_name":"QR_LIMIT_SCENE","action_info":{"scene":{"scene_id":100001}}}""", 40035)]
    [InlineData("/qrcode/create", """{"expire_seconds":2592001,"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"a"}}}""", 40035)]
    [InlineData("/qrcode/create", """{"action_name":"QR_OTHER","action_info":{"scene":{"scene_id":1}}}""", 40035)]
    [InlineData("/qrcode/create", """{"action_name":"QR_SCENE","action_info":[]}""", 47001)]
    [InlineData("/shorten/gen", """{"long_data":""}""", 40035)]
    [InlineData("/shorten/fetch", """{"short_key":"made-up"}""", 40035)]
    [InlineData("/openapi/quota/get", """{"cgi_path":"/sns/userinfo"}""", 76022)]
    [InlineData("/openapi/quota/get", "{}", 76021)]
    [InlineData("/clear_quota", """{"appid":"wxnobody"}""", 40013)]
    [InlineData("/openapi/rid/get", """{"rid":"x"}""", 76002)]
    [InlineData("/callback/check", """{"action":"trace"}""", 40202)]
    [InlineData("/callback/check", """{"check_operator":"ACME"}""", 40203)]
    [InlineData("/menu/addconditional", """{"button":[{"type":"click","name":"a","key":"b"}],"matchrule":{"sex":"1"}}""", 65304)]
    [InlineData("/menu/addconditional", """{"button":[{"type":"click","name":"a","key":"b"}],"matchrule":{"tag_id":"4711"}}""", 45159)]
    [InlineData("/menu/addconditional", """{"button":[],"matchrule":{"tag_id":"2"}}""", 65307)]
    [InlineData("/menu/addconditional", """{"button":[{"type":"click","name":"a","key":"b"}],"matchrule":{"client_platform_type":"4"}}""", 40035)]
    [InlineData("/menu/delconditional", """{"menuid":"x"}""", 47001)]
    public async Task Api_BodyThatIsNone_IsTheOfficialCode(string path, string body, int code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _account.Simulator.Http.PostAsync(
            new Uri($"/cgi-bin{path}?access_token={await _account.TokenAsync()}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(code, (int)(await RunningSimulator.ReadAsync(response))["errcode"]!);
    }

    [Theory]
    [InlineData("/sns/oauth2/access_token", 41002)]
    [InlineData("/sns/oauth2/access_token?appid=wxb29832ac04b9ee46", 41004)]
    [InlineData("/sns/oauth2/access_token?appid=wxnobody&secret=x", 40013)]
    [InlineData("/sns/oauth2/access_token?appid=wxb29832ac04b9ee46&secret=x", 40125)]
    [InlineData("/sns/oauth2/access_token?appid=wxb29832ac04b9ee46&secret=318b54817d0114fdd5b60c6658cb90f0&code=x", 40002)]
    [InlineData("/sns/oauth2/access_token?appid=wxb29832ac04b9ee46&secret=318b54817d0114fdd5b60c6658cb90f0&grant_type=authorization_code", 41008)]
    [InlineData("/sns/oauth2/refresh_token?appid=wxb29832ac04b9ee46&grant_type=refresh_token", 41003)]
    [InlineData("/sns/userinfo", 41001)]
    [InlineData("/sns/userinfo?access_token=x", 41009)]
    [InlineData("/sns/userinfo?access_token=x&openid=o", 40001)]
    [InlineData("/sns/auth?access_token=x&openid=o", 40001)]
    [InlineData("/cgi-bin/clear_quota/v2", 43002)]
    public async Task OAuth_WhatIsMissingOrWrong_IsTheOfficialCode(string path, int code) =>
        Assert.Equal(code, (int)(await _account.Simulator.GetAsync(path))["errcode"]!);
}
