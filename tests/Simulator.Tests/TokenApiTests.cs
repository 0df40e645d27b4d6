using System.Text.RegularExpressions;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed partial class TokenApiTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private RunningSimulator _simulator = null!;
    private PlatformCaller _platform = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await RunningSimulator.StartAsync(bot: null, _clock);
        _platform = new(_simulator);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task GetToken_Twice_IsTheSameTokenWithTheTimeThatIsLeft()
    {
        var first = await _platform.GetTokenAsync();
        await _simulator.PutAsync("/sim/clock", new { advanceSeconds = 100 });
        var second = await _platform.GetTokenAsync();

        Assert.Equal(["errcode", "errmsg", "access_token", "expires_in"], first.AsObject().Select(field => field.Key));
        Assert.Equal((0, "ok", 7200), ((int)first["errcode"]!, (string?)first["errmsg"], (int)first["expires_in"]!));
        Assert.Equal((string?)first["access_token"], (string?)second["access_token"]);
        Assert.Equal(7100, (int)second["expires_in"]!);
    }

    [Fact]
    public async Task GetToken_OfAnotherApp_IsAnotherToken() =>
        Assert.NotEqual(await _platform.TokenAsync(), (string?)(await _platform.GetTokenAsync(secret: SampleApps.Echo.Secret))["access_token"]);

    [Fact]
    public async Task GetToken_AfterTwoHours_IsANewTokenAndTheOldOneIsExpired()
    {
        var old = await _platform.TokenAsync();
        await _simulator.PutAsync("/sim/clock", new { advanceSeconds = 7199 });
        Assert.Equal(41006, await UseAsync(old));
        await _simulator.PutAsync("/sim/clock", new { advanceSeconds = 1 });

        Assert.Equal(42001, await UseAsync(old));
        var renewed = await _platform.TokenAsync();
        Assert.NotEqual(old, renewed);
        Assert.Equal(41006, await UseAsync(renewed));
    }

    [Fact]
    public async Task Revoke_GoodToken_IsInvalidAndTheNextOneIsNew()
    {
        var old = await _platform.TokenAsync();

        using var response = await _simulator.Http.PostAsync(new Uri("/sim/apps/demo/tokens/revoke", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(1, (int)(await RunningSimulator.ReadAsync(response))["revoked"]!);
        Assert.Equal(40014, await UseAsync(old));
        Assert.NotEqual(old, await _platform.TokenAsync());
    }

    [Theory]
    [InlineData("", 41002)]
    [InlineData("?corpsecret=x", 41002)]
    [InlineData("?corpid=ww2075aefc195e57e9", 41004)]
    [InlineData("?corpid=ww0&corpsecret=x", 40013)]
    [InlineData("?corpid=ww2075aefc195e57e9&corpsecret=x", 40001)]
    public async Task GetToken_WrongParameters_IsTheOfficialCode(string query, int code)
    {
        var answer = await _simulator.GetAsync("/cgi-bin/gettoken" + query);

        Assert.Equal(code, (int)answer["errcode"]!);
        Assert.Matches(Hint(), (string?)answer["errmsg"]);
        Assert.EndsWith($"?e={code}", (string?)answer["errmsg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetToken_SecretOfAnotherCompany_Is40091()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:Apps:echo:CorpId", "ww1111111111111111");

        var answer = await new PlatformCaller(simulator).GetTokenAsync(secret: SampleApps.Echo.Secret);

        Assert.Equal(40091, (int)answer["errcode"]!);
    }

    [Fact]
    public async Task GetToken_ByPost_IsRefused()
    {
        using var response = await _simulator.Http.PostAsync(new Uri("/cgi-bin/gettoken", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal((200, 43001), ((int)response.StatusCode, (int)(await RunningSimulator.ReadAsync(response))["errcode"]!));
    }

    [Theory]
    [InlineData("", 41001)]
    [InlineData("?access_token=", 41001)]
    [InlineData("?access_token=nonsense", 40014)]
    public async Task Token_MissingOrUnknown_IsTheOfficialCode(string query, int code) =>
        Assert.Equal(code, (int)(await _simulator.GetAsync("/cgi-bin/media/get" + query))["errcode"]!);

    [Fact]
    public async Task Reset_Tokens_AreInvalid()
    {
        var token = await _platform.TokenAsync();

        using var reset = await _simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(40014, await UseAsync(token));
    }

    [Fact]
    public async Task UnknownCall_Answers404AndSaysThatItIsTheSimulator()
    {
        using var response = await _simulator.Http.GetAsync(new Uri("/cgi-bin/living/get_living_info", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("模拟器还没有 /cgi-bin/living/get_living_info", (string?)(await RunningSimulator.ReadAsync(response))["errmsg"], StringComparison.Ordinal);
    }

    // A good token gets as far as the parameter that is missing.
    private async Task<int> UseAsync(string token) => (int)(await _simulator.GetAsync("/cgi-bin/media/get?access_token=" + token))["errcode"]!;

    [GeneratedRegex(@"^.+, hint: \[\d+\], from ip: 127\.0\.0\.1, more info at https://open\.work\.weixin\.qq\.com/devtool/query\?e=\d+$")]
    private static partial Regex Hint();
}
