using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests;

/// <summary>The way a call is written, with calls that no area has.</summary>
public sealed class ApiRoutingTests : IAsyncDisposable
{
    private readonly WebApplication _app = SimulatorHost.Build(["--urls", "http://127.0.0.1:0"]);
    private readonly HttpClient _http = new();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"name":"张三","ids":["1",2]}""", """{"errcode":0,"errmsg":"created","name":"张三","ids":[1,2]}""")]
    [InlineData("{}", """{"errcode":0,"errmsg":"created","name":null,"ids":[]}""")]
    [InlineData("", """{"errcode":0,"errmsg":"created","name":null,"ids":[]}""")]
    public async Task Call_GoodBody_ReachesTheHandler(string body, string answer) =>
        Assert.Equal(answer, await PostAsync("demo", body));

    [Theory]
    [InlineData("""{"name":""")]
    [InlineData("[]")]
    [InlineData("""{"name":"a","name":"b"}""")]
    [InlineData("""{"name":{}}""")]
    [InlineData("""{"ids":"1"}""")]
    [InlineData("""{"ids":["x"]}""")]
    public async Task Call_WrongJson_Is40058(string body)
    {
        var answer = JsonNode.Parse(await PostAsync("demo", body))!;

        Assert.Equal(40058, (int)answer["errcode"]!);
        Assert.StartsWith("Warning: wrong json format. ", (string)answer["errmsg"]!, StringComparison.Ordinal);
        Assert.Equal(body, _app.Services.GetRequiredService<ApiCallLog>().Latest("demo", 1).Single().RequestBody);
    }

    [Fact]
    public async Task Call_ModuleThatTheCallerLacks_Is48002()
    {
        Assert.Contains("\"errcode\":48002", await PostAsync(ApiCaller.ContactsSync, "{}"), StringComparison.Ordinal);

        var world = _app.Services.GetRequiredService<SimulatedWorld>();
        world.SaveModules(world.FindApp("demo")!, new HashSet<ApiModule> { ApiModule.CheckIn });

        Assert.Contains("\"errcode\":48002", await PostAsync("demo", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_LongBody_IsCutInTheLog()
    {
        await PostAsync("demo", $$"""{"name":"{{new string('x', 20_000)}}"}""");

        var logged = _app.Services.GetRequiredService<ApiCallLog>().Latest("demo", 1).Single().RequestBody!;

        Assert.EndsWith("… (20011 bytes)", logged, StringComparison.Ordinal);
        Assert.True(logged.Length < 17_000);
    }

    [Theory]
    [InlineData("""{"access_token": "abc\"d", "x":1}""", """{"access_token": "***", "x":1}""")]
    [InlineData("""{"ticket":"kgt8ON7yVITDhtdwci0qeW"}""", """{"ticket":"***"}""")]
    [InlineData("""{"corpsecret":"unfinish""", "{\"corpsecret\":\"***\"")]
    public void OfJson_Secrets_AreMasked(string body, string logged) =>
        Assert.Equal(logged, CallBody.OfJson(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void OfJson_EncodedFile_IsItsLength() =>
        Assert.Equal(
            """{"image":{"base64":"(5000 characters)","md5":"x"}}""",
            CallBody.OfJson(Encoding.UTF8.GetBytes($$$"""{"image":{"base64":"{{{new string('A', 5000)}}}","md5":"x"}}""")));

    private async Task<string> PostAsync(string caller, string body)
    {
        if (_app.Urls.Count == 0 || !_app.Lifetime.ApplicationStarted.IsCancellationRequested)
        {
            _app.MapGroup(PlatformApi.Prefix).Call("POST /test/create", ApiModule.Application, Create);
            await _app.StartAsync(TestContext.Current.CancellationToken);
        }
        var token = _app.Services.GetRequiredService<AccessTokens>().Issue(caller, "corp", 86, TimeSpan.Zero).Token;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(
            new Uri($"{_app.Urls.First()}/cgi-bin/test/create?access_token={token}"), content, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static ApiAnswer Create(ApiRequest request) => ApiAnswer.Done(
        "created",
        ("name", request.Body.Text("name")),
        ("ids", new JsonArray([.. (request.Body.Numbers("ids") ?? []).Select(id => (JsonNode)id)])));
}
