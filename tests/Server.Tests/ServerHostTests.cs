using System.Globalization;
using System.Net;
using Hongyan.Tests;
using Microsoft.AspNetCore.Builder;

namespace Hongyan.Server.Tests;

public class ServerHostTests
{
    private const string GoodToken = "--Accounts:school:Token=9fQ2mXv7LsTzKw4cRb8N";
    private const string GoodKey = "--Accounts:school:EncodingAESKey=q8ZtVxN2mKc5RwYh7LdPf3GsJb9TaXe4WuQo6CyHi1M";
    private static readonly string[] School = ["--Accounts:school:Platform=WeCom", "--Accounts:school:CorpId=ww1111111111111111", GoodToken, GoodKey];

    [Theory]
    [InlineData("/callback/nobody", HttpStatusCode.NotFound)]
    [InlineData("/callback/demo", HttpStatusCode.BadRequest)]
    [InlineData("/callback/oa", HttpStatusCode.BadRequest)]
    [InlineData("/callback/robot", HttpStatusCode.BadRequest)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    public async Task Address_Opened_AnswersAsDocumented(string address, HttpStatusCode expected)
    {
        await using var running = await RunningServer.StartAsync();

        var response = await running.Server.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Routes_InDevelopment_AreListedForTheSimulator()
    {
        await using var running = await RunningServer.StartAsync();

        var routes = await running.Server.GetStringAsync("/callback/demo/routes", TestContext.Current.CancellationToken);

        Assert.StartsWith("1. text 帮助\n", routes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartPage_Opened_NamesNoAccount()
    {
        await using var running = await RunningServer.StartAsync();

        var page = await running.Server.GetStringAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("鸿雁正在运行", page, StringComparison.Ordinal);
        Assert.DoesNotContain("demo", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulator_TokenOverridden_HasTheServersToken()
    {
        await using var running = await RunningServer.StartAsync("--Accounts:demo:Token=9fQ2mXv7LsTzKw4cRb8N");

        Assert.Equal("replied", (string?)(await running.SayAsync("你好"))["outcome"]);
    }

    [Fact]
    public async Task Build_InProduction_StartsWithAccountsAlone()
    {
        using var data = new DataFolder();
        await using var app = ServerHost.Build(["--environment=Production", "--urls=http://127.0.0.1:0", data.Argument, .. School]);
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Null(await SimulatorBeside.StartAsync(app));
        using var client = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(app)) };
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/callback/demo", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/callback/school", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/callback/school/routes", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("HY1011", "--Accounts:school:Platform=Wechat")]
    [InlineData("HY1011", "--Accounts:school:Platform=")]
    [InlineData("HY1011", "--Accounts:a/b:Platform=WeCom")]
    [InlineData("HY1001", "--Accounts:school:EncodingAESKey=short")]
    [InlineData("HY1001", "--Accounts:school:CorpId=")]
    [InlineData("HY1002", "--Accounts:school:Token=xxx")]
    [InlineData("HY1002", "--Accounts:school:EncodingAESKey=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("HY1002", "--Accounts:school:Token=Bmh7rztkKtemv2t1jObb")]
    [InlineData("HY1001", "--Accounts:school:Platform=OfficialAccount")]
    [InlineData("HY1012", "--Simulator:Enabled=true")]
    [InlineData("HY1013", "--Storage:Provider=Oracle")]
    [InlineData("HY1013", "--DataFolder=/proc/hongyan")]
    [InlineData("HY1001", "--TimeZone=Mars/Base")]
    [InlineData("HY2002", "--IssueDesk:Enabled=true")]
    public async Task Build_WrongInProduction_RefusesWithItsCode(string code, string argument)
    {
        using var data = new DataFolder();
        var failure = await Assert.ThrowsAsync<HongyanStartupException>(async () =>
        {
            await using var app = ServerHost.Build(["--environment=Production", data.Argument, .. School, argument]);
        });

        Assert.Equal(code, failure.Code);
        Assert.StartsWith(code, StartProblem.Explain(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PortTaken_SaysWhichAndHowToChangeIt()
    {
        await using var running = await RunningServer.StartAsync();
        var taken = running.Server.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var server = await FailToRunAsync($"--urls={taken}", "--Simulator:Urls=http://127.0.0.1:0");
        var simulator = await FailToRunAsync("--urls=http://127.0.0.1:0", $"--Simulator:Urls={taken}");

        Assert.StartsWith("HY1010", server, StringComparison.Ordinal);
        Assert.Contains(taken, server, StringComparison.Ordinal);
        Assert.Contains("--urls http://127.0.0.1:", server, StringComparison.Ordinal);
        Assert.Contains(taken, simulator, StringComparison.Ordinal);
        Assert.Contains("--Simulator:Urls http://127.0.0.1:", simulator, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_SuggestedPortTaken_SuggestsAnother()
    {
        var server = await FailToRunAsync("--urls=http://192.0.2.1:5180", "--Simulator:Urls=http://127.0.0.1:0");

        Assert.Contains("--urls http://127.0.0.1:5280", server, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "不是可用的地址")]
    [InlineData("http://127.0.0.1:99999", "不是可用的地址")]
    [InlineData("http://192.0.2.1:0", "本机没有 http://192.0.2.1:0 这个地址")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:1", "本机没有")]
    public async Task RunAsync_AddressCannotBeListenedOn_SaysWhy(string address, string sentence)
    {
        var server = await FailToRunAsync($"--urls={address}", "--Simulator:Urls=http://127.0.0.1:0");

        Assert.StartsWith("HY1010", server, StringComparison.Ordinal);
        Assert.Contains(sentence, server, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_SimulatorOnAnotherMachinesAddress_SaysWhy()
    {
        var simulator = await FailToRunAsync("--urls=http://127.0.0.1:0", "--Simulator:Urls=http://192.0.2.1:5190");

        Assert.Contains("本机没有 http://192.0.2.1:5190 这个地址", simulator, StringComparison.Ordinal);
        Assert.Contains("--Simulator:Urls http://127.0.0.1:5290", simulator, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("http://127.0.0.1:0;127.0.0.1:0", "127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0/sim", "http://127.0.0.1:0/sim")]
    [InlineData("http://127.0.0.1:99999", "http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1:0", "ftp://127.0.0.1:0")]
    [InlineData("http://:0", "http://:0")]
    [InlineData("http://unix:/run/simulator.sock", "http://unix:/run/simulator.sock")]
    public async Task RunAsync_SimulatorsAddressIsNone_NamesItsSetting(string addresses, string wrong)
    {
        var simulator = await FailToRunAsync("--urls=http://127.0.0.1:0", $"--Simulator:Urls={addresses}");

        Assert.StartsWith($"HY1010 {wrong} 不是可用的地址", simulator, StringComparison.Ordinal);
        Assert.Contains("--Simulator:Urls http://127.0.0.1:5190", simulator, StringComparison.Ordinal);
        Assert.DoesNotContain("ApiBaseAddress", simulator, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}; http://localhost:{1}")]
    [InlineData("http://*:{0};http://127.0.0.1:{1};")]
    public async Task Simulator_SeveralAddresses_ListensOnAllAndTheBotCallsTheFirst(string addresses)
    {
        var (first, second) = (FreePort.Next(), FreePort.Next());
        await using var running = await RunningServer.StartAsync("--Simulator:Urls=" + string.Format(CultureInfo.InvariantCulture, addresses, first, second));

        Assert.Equal($"http://127.0.0.1:{first}", running.Configuration["Accounts:demo:ApiBaseAddress"]);
        Assert.Equal("replied", (string?)(await running.SayAsync("你好"))["outcome"]);
        using var other = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{second}") };
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>Starts both hosts as RunAsync does and gives what it would print.</summary>
    private static async Task<string> FailToRunAsync(params string[] arguments)
    {
        using var error = new StringWriter();
        using var data = new DataFolder();
        Assert.Equal(1, await ServerHost.RunAsync(["--environment=Development", data.Argument, .. arguments], TextWriter.Null, error));
        return error.ToString();
    }
}
