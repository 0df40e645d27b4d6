using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Tests;

/// <summary>What stands before every call of the platform's API, and what is written down about it.</summary>
public sealed class ApiGateTests : IAsyncLifetime
{
    private RunningSimulator _simulator = null!;
    private PlatformCaller _platform = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        _platform = new(_simulator);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Fault_OfOnePath_AnswersThatCallAndCountsDown()
    {
        var token = await _platform.TokenAsync();
        await FaultsAsync(new { path = "/cgi-bin/media/get", errCode = 45009, times = 1 });

        var other = await _platform.UploadAsync(token, "image", PlatformCaller.Png, "a.png");
        var first = await DownloadErrorAsync(token);
        var second = await DownloadErrorAsync(token);

        Assert.Equal(0, (int)other["errcode"]!);
        Assert.Equal(45009, (int)first["errcode"]!);
        Assert.StartsWith("api freq out of limit, hint: [", (string)first["errmsg"]!, StringComparison.Ordinal);
        Assert.Equal(40007, (int)second["errcode"]!);
        Assert.Empty((await _simulator.GetAsync("/sim/apps/demo/faults/calls"))["active"]!.AsArray());
    }

    [Fact]
    public async Task Fault_OfAShare_LetsTheOthersThrough()
    {
        await FaultsAsync(new { errCode = -1, percent = 50 });

        var codes = new List<int>();
        for (var call = 0; call < 60; call++)
            codes.Add((int)(await _platform.GetTokenAsync())["errcode"]!);

        Assert.Contains(-1, codes);
        Assert.Contains(0, codes);
    }

    [Fact]
    public async Task Fault_OfAllCalls_MeetsGetTokenTooWithTheWordsGiven()
    {
        await FaultsAsync(new { errCode = 60020, errMsg = "not from here" });

        var refused = await _platform.GetTokenAsync();
        var other = await _platform.GetTokenAsync(secret: SampleApps.Echo.Secret);

        Assert.Equal(60020, (int)refused["errcode"]!);
        Assert.StartsWith("not from here, hint: [", (string)refused["errmsg"]!, StringComparison.Ordinal);
        Assert.Equal(0, (int)other["errcode"]!);
    }

    [Fact]
    public async Task Fault_ExpiredToken_EndsTheTokenAsWell()
    {
        var token = await _platform.TokenAsync();
        await FaultsAsync(new { errCode = 42001, times = 1 });

        var failed = await DownloadErrorAsync(token);

        Assert.Equal(42001, (int)failed["errcode"]!);
        Assert.Equal(40014, (int)(await DownloadErrorAsync(token))["errcode"]!);
        Assert.NotEqual(token, await _platform.TokenAsync());
    }

    [Theory]
    [InlineData("""[{"errCode":0}]""", 422, "errCode")]
    [InlineData("""[{"errCode":-1,"path":"message/send"}]""", 422, "path")]
    [InlineData("""[{"errCode":-1,"times":0}]""", 422, "times")]
    [InlineData("""[{"errCode":-1,"errMsg":""}]""", 422, "errMsg")]
    [InlineData("""[{"errCode":-1,"percent":0}]""", 422, "percent")]
    [InlineData("[null]", 422, "path")]
    [InlineData("[{}]", 400, "")]
    public async Task Faults_WrongBody_NamesTheField(string body, int status, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _simulator.Http.PutAsync(
            new Uri("/sim/apps/demo/faults/calls", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith(field, (string?)(await RunningSimulator.ReadAsync(response))["field"] ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_PostedWithoutScript_AddsAndRemoves()
    {
        using var pages = new PageClient(_simulator);
        const string Page = "/wecom/demo/zhangsan?panel=faults";

        var (added, _, _) = await pages.PostAsync(Page, "call-faults", new Dictionary<string, string> { ["add"] = "true", ["errCode"] = "-1", ["path"] = "/cgi-bin/media/get", ["times"] = "3" });
        var fault = Assert.Single((await _simulator.GetAsync("/sim/apps/demo/faults/calls"))["active"]!.AsArray())!;
        var (_, refused, _) = await pages.PostAsync(Page, "call-faults", new Dictionary<string, string> { ["add"] = "true", ["errCode"] = "-1", ["path"] = "media/get" });
        await pages.PostAsync(Page, "call-faults", new Dictionary<string, string> { ["remove"] = "0" });

        Assert.Equal(302, added);
        Assert.Equal((-1, "/cgi-bin/media/get", 3), ((int)fault["errCode"]!, (string)fault["path"]!, (int)fault["times"]!));
        Assert.Contains("path 必须是 * 或以 /cgi-bin/ 开头的路径。", refused, StringComparison.Ordinal);
        Assert.Empty((await _simulator.GetAsync("/sim/apps/demo/faults/calls"))["active"]!.AsArray());
    }

    [Fact]
    public async Task Calls_OfAToken_ShowTheAnswerButNeitherSecretNorToken()
    {
        var token = await _platform.TokenAsync();

        var call = (await _simulator.GetAsync("/sim/calls?app=demo"))[0]!;

        Assert.Contains("corpsecret=***", (string)call["path"]!, StringComparison.Ordinal);
        Assert.Contains("\"access_token\":\"***\"", (string)call["responseBody"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(token, call.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(SampleApps.Demo.Secret, call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_OfFiles_ShowNameAndSizeInPlaceOfTheBytes()
    {
        var token = await _platform.TokenAsync();
        var uploaded = await _platform.UploadAsync(token, "image", PlatformCaller.Png, "图.png");
        using var download = await _platform.DownloadAsync(token, (string)uploaded["media_id"]!);

        var calls = await _simulator.GetAsync("/sim/calls?app=demo&limit=2");

        var size = PlatformCaller.Png.Length;
        Assert.Equal($"(image/png: 图.png, {size} bytes)", (string?)calls[0]!["responseBody"]);
        Assert.Equal($"(multipart/form-data: 图.png, {size} bytes)", (string?)calls[1]!["requestBody"]);
    }

    [Fact]
    public async Task ContactsSecret_IsATokenHolderOfItsOwn()
    {
        var secret = (string)(await _simulator.GetAsync("/sim/contacts"))["secret"]!;

        var answer = await _platform.GetTokenAsync(secret: secret);

        Assert.Equal(SampleWorld.ContactsSecret, secret);
        Assert.Equal(0, (int)answer["errcode"]!);
        Assert.NotEqual(await _platform.TokenAsync(), (string)answer["access_token"]!);
        Assert.Equal("contacts", (string?)(await _simulator.GetAsync("/sim/calls?app=contacts"))[0]!["app"]);
    }

    [Fact]
    public async Task App_CalledContacts_IsRefused()
    {
        var start = async () => await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:Apps:Contacts:AgentId", "7");

        Assert.Contains("Simulator:Apps:Contacts", (await Assert.ThrowsAsync<SimulatorStartException>(start)).Message, StringComparison.Ordinal);
    }

    private Task<JsonNode> FaultsAsync(params object[] faults) => _simulator.PutAsync("/sim/apps/demo/faults/calls", faults);

    private async Task<JsonNode> DownloadErrorAsync(string token)
    {
        using var response = await _platform.DownloadAsync(token, "unknown");
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
