using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Server.Tests;

public sealed class TrustedProxiesTests
{
    private const string FrameworksSwitch = "--ForwardedHeaders_Enabled=true";

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7 https")]
    [InlineData("10.1.2.0/24; 127.0.0.0/8", "203.0.113.7", "203.0.113.7 https")]
    // Somebody wrote the first himself.
    [InlineData("127.0.0.1", "127.0.0.1, 203.0.113.7", "203.0.113.7 https")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1 http")]
    [InlineData("10.1.2.0/24", "203.0.113.7", "127.0.0.1 http")]
    [InlineData("", "203.0.113.7", "127.0.0.1 http")]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7 https", FrameworksSwitch)]
    [InlineData("10.1.2.0/24", "203.0.113.7", "127.0.0.1 http", FrameworksSwitch)]
    [InlineData("", "203.0.113.7", "127.0.0.1 http", FrameworksSwitch)]
    public async Task Request_WithTheWordOfAProxy_CountsWhereItIsTrusted(string trusted, string forwardedFor, string expected, params string[] arguments)
    {
        using var data = new DataFolder();
        await using var app = ServerHost.Build(["--environment=Production", "--urls=http://127.0.0.1:0", data.Argument, $"--Proxy:Trusted={trusted}", .. arguments]);
        app.MapGet("/where", (HttpContext http) => $"{http.Connection.RemoteIpAddress} {http.Request.Scheme}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(app)) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var seen = await client.GetStringAsync("/where", TestContext.Current.CancellationToken);

        Assert.Equal(expected, seen);
        // Even where it says that it comes from this machine, it does not.
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode);
        await app.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Metrics_AskedForByAProxyOnThisMachineInItsOwnName_AreRefused()
    {
        using var data = new DataFolder();
        await using var app = ServerHost.Build(["--environment=Production", "--urls=http://127.0.0.1:0", data.Argument, "--Proxy:Trusted=127.0.0.1"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(app)) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode);
        await app.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("127.0.0.1;10.0.0.0/33")]
    [InlineData("127.0.0.1:80")]
    public async Task Build_NeitherAddressNorNetwork_RefusesToStart(string trusted)
    {
        using var data = new DataFolder();

        var failure = await Assert.ThrowsAsync<HongyanStartupException>(async () =>
        {
            await using var app = ServerHost.Build(["--environment=Production", data.Argument, $"--Proxy:Trusted={trusted}"]);
        });

        Assert.Equal("HY1001", failure.Code);
        Assert.Contains("Proxy:Trusted", failure.Message, StringComparison.Ordinal);
    }
}
