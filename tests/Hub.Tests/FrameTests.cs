using Hongyan.Hub.Tests.Fakes;

namespace Hongyan.Hub.Tests;

public sealed class FrameTests(ProductionConsole console) : IClassFixture<ProductionConsole>
{
    [Fact]
    public async Task Page_InDevelopmentOnThisMachine_OpensWithoutAPassword()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync();
        using var client = running.Visit();

        var page = await client.GetAsync("/console/deliveries");

        Assert.Equal(200, page.Status);
        Assert.Contains("developer", page.Html, StringComparison.Ordinal);
        Assert.Contains("还没有收到消息", page.Html, StringComparison.Ordinal);
        Assert.False(File.Exists(running.LinkFile));
    }

    [Theory]
    [InlineData("Host", "console.example.com")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Page_InDevelopmentButNotAskedForAsThisMachine_AsksForAPassword(string header, string value)
    {
        await using var running = await RunningConsole.StartDevelopmentAsync();
        using var client = running.Visit();
        var signedIn = await client.GetAsync("/console/deliveries");

        var page = await client.GetAsync("/console/deliveries", (header, value));

        Assert.Equal(200, signedIn.Status);
        Assert.Equal(302, page.Status);
        Assert.Contains("/console/sign-in?returnUrl=", page.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/deliveries?account=demo")]
    [InlineData("/console/deliveries/outbox")]
    [InlineData("/console/accounts")]
    [InlineData("/console/audit")]
    [InlineData("/console/password")]
    public async Task Page_InProductionWithoutSession_LeadsToSignIn(string path)
    {
        using var client = console.Running.Visit();

        var page = await client.GetAsync(path);

        Assert.Equal(302, page.Status);
        Assert.EndsWith($"/console/sign-in?returnUrl={Uri.EscapeDataString(path)}", page.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/sign-in", 200)]
    [InlineData("/console/nowhere", 404)]
    [InlineData("/console/setup?token=wrong", 410)]
    public async Task Page_Any_CarriesTheSecureHeaders(string path, int status)
    {
        using var client = console.Running.Visit();

        var page = await client.GetAsync(path);

        Assert.Equal(status, page.Status);
        var policy = page.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", page.Headers["Referrer-Policy"]);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_Missing_SaysSoInChinese()
    {
        using var client = console.Running.Visit();

        var page = await client.GetAsync("/console/nowhere");

        Assert.Contains("没有这个页面", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Chosen_IsRemembered()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync();
        using var client = running.Visit();

        var chinese = await client.GetAsync("/console/deliveries");
        await client.GetAsync("/console/deliveries?lang=en");
        var english = await client.GetAsync("/console/deliveries");

        Assert.Contains("<html lang=\"zh-CN\"", chinese.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", english.Html, StringComparison.Ordinal);
        Assert.Contains("Dead letters", english.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asset_OfThisVersion_MayBeKept()
    {
        using var client = console.Running.Visit();
        var page = await client.GetAsync("/console/sign-in");
        var address = page.Html.Split("href=\"").First(part => part.StartsWith("/console/assets/console.css", StringComparison.Ordinal)).Split('"')[0];

        var asset = await client.GetAsync(address);

        Assert.Equal(200, asset.Status);
        Assert.Contains("immutable", asset.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_InDevelopment_ShowsWhatIsMissing()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync("--Storage:Provider=Memory");
        using var client = running.Visit();

        var page = await client.GetAsync("/console/deliveries");

        Assert.Equal(200, page.Status);
        Assert.Contains("Storage:Provider 是 Memory", page.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await client.GetAsync("/console/accounts")).Status);
    }

    [Fact]
    public async Task Memory_InProduction_RefusesWithASentence()
    {
        await using var running = await RunningConsole.StartAsync("--Storage:Provider=Memory");
        using var client = running.Visit();

        var page = await client.GetAsync("/console/deliveries");

        Assert.Equal(503, page.Status);
        Assert.Contains("控制台需要数据库", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_SignInWithoutPasswordInProduction_RefusesToStart()
    {
        using var data = new Server.Tests.DataFolder();

        var failure = Assert.Throws<HongyanStartupException>(() => Server.ServerHost.Build(["--environment=Production", data.Argument, "--Console:AutoSignIn=true"]));

        Assert.Equal("HY1020", failure.Code);
    }
}
