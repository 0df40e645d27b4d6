using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class AccountApiTests : IAsyncLifetime
{
    private FakeBot _bot = null!;
    private RunningAccount _account = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(BotAnswer.Empty);
        _account = await RunningAccount.StartAsync(_bot);
    }

    public async ValueTask DisposeAsync()
    {
        await _account.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("appid=wxb29832ac04b9ee46&secret=318b54817d0114fdd5b60c6658cb90f0", 40002)]
    [InlineData("grant_type=client_credential&secret=x", 41002)]
    [InlineData("grant_type=client_credential&appid=wxb29832ac04b9ee46", 41004)]
    [InlineData("grant_type=client_credential&appid=wxnobody&secret=x", 40013)]
    [InlineData("grant_type=client_credential&appid=wxb29832ac04b9ee46&secret=wrong", 40125)]
    // The corp's id is that of no Official Account.
    [InlineData("grant_type=client_credential&appid=ww2075aefc195e57e9&secret=xOdCg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK", 40013)]
    public async Task Token_WrongCredentials_IsTheOfficialCode(string query, int code) =>
        Assert.Equal(code, (int)(await _account.Simulator.GetAsync("/cgi-bin/token?" + query))["errcode"]!);

    [Fact]
    public async Task Token_FetchedAgain_TheFirstEndsAfterFiveMinutes()
    {
        var first = await _account.TokenAsync();
        var second = await _account.TokenAsync();
        Assert.NotEqual(first, second);
        Assert.Null((await _account.CallAsync("/user/get", token: first))["errcode"]);

        await AdvanceAsync(301);

        var refused = await _account.CallAsync("/user/get", token: first);
        Assert.Equal(40001, (int)refused["errcode"]!);
        Assert.Contains("rid: ", (string?)refused["errmsg"], StringComparison.Ordinal);
        Assert.Null((await _account.CallAsync("/user/get", token: second))["errcode"]);
        await AdvanceAsync(7200);
        Assert.Equal(42001, (int)(await _account.CallAsync("/user/get", token: second))["errcode"]!);
    }

    [Fact]
    public async Task StableToken_IsTheSameUntilNearItsEnd_AndApartFromTheOther()
    {
        var ordinary = await _account.TokenAsync();
        var first = await StableAsync();
        Assert.Equal(7200, (int)first["expires_in"]!);
        Assert.Equal((string?)first["access_token"], (string?)(await StableAsync())["access_token"]);

        await AdvanceAsync(6900);

        var next = await StableAsync();
        Assert.NotEqual((string?)first["access_token"], (string?)next["access_token"]);
        // For their last five minutes both work, and neither has to do with the ordinary one.
        foreach (var token in new[] { (string)first["access_token"]!, (string)next["access_token"]!, ordinary })
            Assert.Null((await _account.CallAsync("/user/get", token: token))["errcode"]);
    }

    [Fact]
    public async Task StableToken_RefreshedByForce_VoidsTheLastOne_ButNotTwiceInHalfAMinute()
    {
        var first = (string)(await StableAsync())["access_token"]!;
        var forced = (string)(await StableAsync(force: true))["access_token"]!;
        Assert.NotEqual(first, forced);
        Assert.Equal(40001, (int)(await _account.CallAsync("/user/get", token: first))["errcode"]!);

        Assert.Equal(forced, (string?)(await StableAsync(force: true))["access_token"]);
        await AdvanceAsync(31);
        Assert.NotEqual(forced, (string?)(await StableAsync(force: true))["access_token"]);
    }

    [Fact]
    public async Task StableToken_RefreshedTwentyTimes_StaysForTheDay()
    {
        await StableAsync();
        for (var i = 0; i < 20; i++)
        {
            await StableAsync(force: true);
            await AdvanceAsync(31);
        }

        var last = (string?)(await StableAsync())["access_token"];

        Assert.Equal(last, (string?)(await StableAsync(force: true))["access_token"]);
    }

    [Theory]
    [InlineData("", 41001)]
    [InlineData("garbage", 40014)]
    public async Task Call_WithoutAGoodToken_IsTheOfficialCode(string token, int code) =>
        Assert.Equal(code, (int)(await _account.CallAsync("/user/info?openid=x", token: token))["errcode"]!);

    [Fact]
    public async Task Call_APathOfBothPlatforms_TheTokenDecides()
    {
        var corp = (string)(await new PlatformCaller(_account.Simulator).GetTokenAsync())["access_token"]!;

        Assert.Equal(0, (int)(await _account.CallAsync("/user/get?userid=zhangsan", token: corp))["errcode"]!);
        Assert.Equal(3, (int)(await _account.CallAsync("/user/get"))["total"]!);
        Assert.NotNull((await _account.CallAsync("/menu/get?agentid=1000002", token: corp))["button"]);
        Assert.NotNull((await _account.CallAsync("/menu/get"))["menu"]!["button"]);
    }

    [Fact]
    public async Task Call_OfTheOtherPlatform_IsNotPlayed()
    {
        using var response = await _account.Simulator.Http.GetAsync(
            new Uri($"/cgi-bin/department/list?access_token={await _account.TokenAsync()}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/user/info?openid=oNobody", 40003)]
    [InlineData("/user/info", 41009)]
    [InlineData("/user/get?next_openid=oNobody", 40003)]
    [InlineData("/media/get?media_id=nothing", 40007)]
    [InlineData("/media/get", 41006)]
    [InlineData("/message/custom/send", 43002)]
    public async Task Get_SomethingWrong_IsTheOfficialCode(string path, int code) =>
        Assert.Equal(code, (int)(await _account.CallAsync(path))["errcode"]!);

    [Fact]
    public async Task Call_BodyIsNoJson_Is47001()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");
        using var response = await _account.Simulator.Http.PostAsync(
            new Uri($"/cgi-bin/message/custom/send?access_token={await _account.TokenAsync()}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(47001, (int)(await RunningSimulator.ReadAsync(response))["errcode"]!);
    }

    [Theory]
    [InlineData("/message/custom/send")]
    [InlineData("/message/custom/typing")]
    [InlineData("/menu/create")]
    public async Task Call_UnverifiedAccount_Is48001(string path)
    {
        await _account.Simulator.PutAsync("/sim/official-accounts/oa/settings", new { isVerified = false });

        Assert.Equal(48001, (int)(await _account.CallAsync(path, new { touser = RunningAccount.Follower }))["errcode"]!);
    }

    [Fact]
    public async Task UserInfo_TellsHowSomebodyFollows()
    {
        await _account.ActAsync("scans", new { scene = "7" }, RunningAccount.Stranger);

        var follower = await _account.CallAsync($"/user/info?openid={RunningAccount.Stranger}&lang=zh_CN");
        await _account.ActAsync("events", new { @event = "unsubscribe" }, RunningAccount.Stranger);
        var gone = await _account.CallAsync($"/user/info?openid={RunningAccount.Stranger}");

        Assert.Equal((1, "ADD_SCENE_QR_CODE", 7), ((int)follower["subscribe"]!, (string)follower["subscribe_scene"]!, (int)follower["qr_scene"]!));
        Assert.Equal("", (string?)follower["nickname"]);
        Assert.Equal(0, (int)gone["subscribe"]!);
        Assert.Null(gone["subscribe_time"]);
    }

    [Fact]
    public async Task UserGet_GoesOnAfterTheOpenIdGiven()
    {
        var all = (await _account.CallAsync("/user/get"))["data"]!["openid"]!.AsArray().Select(each => (string)each!).ToList();

        var rest = await _account.CallAsync($"/user/get?next_openid={all[0]}");
        var none = await _account.CallAsync($"/user/get?next_openid={all[^1]}");

        Assert.Equal(all[1..], rest["data"]!["openid"]!.AsArray().Select(each => (string)each!));
        Assert.Equal(0, (int)none["count"]!);
        Assert.Null(none["data"]);
    }

    [Fact]
    public async Task Menu_IsCreatedReadAndDeleted()
    {
        var menu = JsonNode.Parse("""{"button":[{"name":"点","type":"click","key":"k"},{"name":"更多","sub_button":[{"name":"图","type":"media_id","media_id":"m"},{"name":"文","type":"article_view_limited","article_id":"a"}]}]}""")!;

        Assert.Equal(0, (int)(await _account.CallAsync("/menu/create", menu))["errcode"]!);
        var read = await _account.CallAsync("/menu/get");
        Assert.Equal("a", (string?)read["menu"]!["button"]![1]!["sub_button"]![1]!["article_id"]);
        Assert.Equal(0, (int)(await _account.CallAsync("/menu/delete"))["errcode"]!);
        Assert.Equal(46003, (int)(await _account.CallAsync("/menu/get"))["errcode"]!);
    }

    [Theory]
    [InlineData("""{"button":[]}""", 40016)]
    [InlineData("""{"button":[{"name":"一二三四五六","type":"click","key":"k"}]}""", 40018)]
    [InlineData("""{"button":[{"name":"a","type":"view_miniprogram","pagepath":"p"}]}""", 40017)]
    [InlineData("""{"button":[{"name":"a","type":"miniprogram","url":"https://example.com/","pagepath":"p"}]}""", 40013)]
    [InlineData("""{"button":[{"name":"a","type":"media_id"}]}""", 40007)]
    public async Task MenuCreate_BrokenRule_IsTheOfficialCode(string menu, int code) =>
        Assert.Equal(code, (int)(await _account.CallAsync("/menu/create", JsonNode.Parse(menu)!))["errcode"]!);

    [Theory]
    [InlineData("image", "a.png", 0)]
    [InlineData("voice", "a.amr", 0)]
    [InlineData("video", "a.mp4", 0)]
    [InlineData("file", "a.png", 40004)]
    [InlineData("thumb", "a.png", 40005)]
    [InlineData("image", "a.amr", 40005)]
    [InlineData("voice", "long.amr", 45007)]
    [InlineData("image", "empty", 44001)]
    public async Task Upload_EachType_IsTakenOrTheOfficialCode(string type, string file, int code)
    {
        byte[] bytes = file switch
        {
            "a.png" => PlatformCaller.Png,
            "a.amr" => PlatformCaller.Amr,
            "long.amr" => PlatformCaller.Voice(61),
            "a.mp4" => PlatformCaller.Mp4,
            _ => [],
        };

        var answer = await new PlatformCaller(_account.Simulator).UploadAsync(await _account.TokenAsync(), type, bytes, file);

        Assert.Equal(code, (int?)answer["errcode"] ?? 0);
        if (code == 0)
            Assert.Equal((type, true), ((string)answer["type"]!, (string?)answer["media_id"] is { Length: > 0 }));
    }

    [Fact]
    public async Task Download_Picture_IsTheFile_AndAVideoIsAnAddress()
    {
        var caller = new PlatformCaller(_account.Simulator);
        var token = await _account.TokenAsync();
        var picture = (string)(await caller.UploadAsync(token, "image", PlatformCaller.Png, "a.png"))["media_id"]!;
        var video = (string)(await caller.UploadAsync(token, "video", PlatformCaller.Mp4, "a.mp4"))["media_id"]!;

        using var file = await caller.DownloadAsync(token, picture);
        Assert.Equal(PlatformCaller.Png, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var address = new Uri((string)(await _account.CallAsync($"/media/get?media_id={video}", token: token))["video_url"]!);
        Assert.Equal(PlatformCaller.Mp4, await _account.Simulator.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Fault_45009_AnswersTheCall_And40001TakesTheTokenAway()
    {
        var token = await _account.TokenAsync();
        await _account.Simulator.PutAsync("/sim/apps/oa/faults/calls", new[] { new { errCode = 45009, times = 1 } });
        Assert.Equal(45009, (int)(await _account.CallAsync("/user/get", token: token))["errcode"]!);
        Assert.Null((await _account.CallAsync("/user/get", token: token))["errcode"]);

        await _account.Simulator.PutAsync("/sim/apps/oa/faults/calls", new[] { new { errCode = 40001, times = 1 } });
        Assert.Equal(40001, (int)(await _account.CallAsync("/user/get", token: token))["errcode"]!);
        Assert.Equal(40001, (int)(await _account.CallAsync("/user/get", token: token))["errcode"]!);
    }

    [Fact]
    public async Task Calls_AreWrittenDownWithoutSecrets()
    {
        await _account.TokenAsync();
        await StableAsync();

        var calls = (await _account.Simulator.GetAsync("/sim/calls?app=oa")).ToJsonString();

        Assert.DoesNotContain(SampleAccounts.Oa.Secret, calls, StringComparison.Ordinal);
        Assert.Contains("/cgi-bin/stable_token", calls, StringComparison.Ordinal);
    }

    private async Task<JsonNode> StableAsync(bool force = false)
    {
        using var response = await _account.Simulator.Http.PostAsJsonAsync(
            "/cgi-bin/stable_token",
            new { grant_type = "client_credential", appid = SampleAccounts.Oa.AppId, secret = SampleAccounts.Oa.Secret, force_refresh = force });
        return await RunningSimulator.ReadAsync(response);
    }

    private Task<JsonNode> AdvanceAsync(int advanceSeconds) => _account.Simulator.PutAsync("/sim/clock", new { advanceSeconds });
}
