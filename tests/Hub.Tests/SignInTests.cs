using System.Net;
using Hongyan.Hub.Tests.Fakes;

namespace Hongyan.Hub.Tests;

public sealed class SignInTests
{
    private const string Path = "/console/sign-in";

    [Fact]
    public async Task SignIn_RightPassword_OpensThePageThatWasAskedFor()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var client = running.Visit();

        var page = await SignInAsync(client, "ADMIN ", Passwords.Good, "?returnUrl=%2Fconsole%2Faudit%3Factor%3Dadmin");

        Assert.Equal(302, page.Status);
        Assert.EndsWith("/console/audit?actor=admin", page.Location, StringComparison.Ordinal);
        Assert.Equal(200, (await client.GetAsync("/console/audit")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/console")]
    [InlineData("//evil.example/console")]
    public async Task SignIn_ReturnAddressElsewhere_StaysInTheConsole(string returnUrl)
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var client = running.Visit();

        var page = await SignInAsync(client, "admin", Passwords.Good, $"?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(302, page.Status);
        Assert.Equal(running.Address.Authority, new Uri(running.Address, page.Location).Authority);
    }

    [Fact]
    public async Task SignIn_WrongPasswordAndUnknownName_AreAnsweredAlike()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var client = running.Visit();

        var wrong = await SignInAsync(client, "admin", Passwords.Wrong);
        var unknown = await SignInAsync(client, "nobod", Passwords.Wrong);

        Assert.Equal((200, 200), (wrong.Status, unknown.Status));
        Assert.Contains("用户名或密码不对", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(WithoutTokens(wrong.Html), WithoutTokens(unknown.Html.Replace("nobod", "admin", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("nobody")]
    public async Task SignIn_FiveWrongPasswords_IsPausedWhetherTheNameExistsOrNot(string name)
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var client = running.Visit();

        for (var i = 0; i < 4; i++)
            Assert.Equal(200, (await SignInAsync(client, name, Passwords.Wrong)).Status);
        var fifth = await SignInAsync(client, name, Passwords.Wrong);
        var right = await SignInAsync(client, name, Passwords.Good);

        Assert.Equal((429, 429), (fifth.Status, right.Status));
        Assert.Contains("请 1 分钟后再试", fifth.Html, StringComparison.Ordinal);
        var audit = await administrator.GetAsync("/console/audit?action=session.blocked");
        Assert.Contains(name == "admin" ? "account:admin" : "account:unknown", audit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", audit.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterThePause_LetsTheRightPasswordIn()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var client = running.Visit();
        for (var i = 0; i < 5; i++)
            await SignInAsync(client, "admin", Passwords.Wrong);

        running.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(302, (await SignInAsync(client, "admin", Passwords.Good)).Status);
    }

    [Fact]
    public async Task SignIn_WithoutTheFormsToken_IsRefused()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var client = running.Visit();

        var page = await client.PostAsync(Path, new() { ["_handler"] = "sign-in", ["name"] = "admin", ["password"] = Passwords.Good });

        Assert.Equal(400, page.Status);
        Assert.Contains("这张表单已经失效", page.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await client.GetAsync("/console/deliveries")).Status);
    }

    [Fact]
    public async Task SignOut_OwnForm_EndsTheSession()
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = await running.VisitAsAdministratorAsync();
        var page = await client.GetAsync("/console/deliveries");
        var token = page.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];

        var forged = await client.PostAsync("/console/sign-out", []);
        var stillIn = await client.GetAsync("/console/deliveries");
        var signedOut = await client.PostAsync("/console/sign-out", new() { ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token) });

        Assert.Equal((400, 200, 302), (forged.Status, stillIn.Status, signedOut.Status));
        Assert.Equal(302, (await client.GetAsync("/console/deliveries")).Status);
    }

    [Fact]
    public async Task Session_Idle_EndsAfterHalfAnHour()
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = await running.VisitAsAdministratorAsync();

        running.Time.Advance(TimeSpan.FromMinutes(29));
        var busy = await client.GetAsync("/console/deliveries");
        running.Time.Advance(TimeSpan.FromMinutes(29));
        var stillBusy = await client.GetAsync("/console/deliveries");
        running.Time.Advance(TimeSpan.FromMinutes(31));
        var idle = await client.GetAsync("/console/deliveries");

        Assert.Equal((200, 200, 302), (busy.Status, stillBusy.Status, idle.Status));
    }

    [Fact]
    public async Task Session_Busy_EndsAfterEightHours()
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = await running.VisitAsAdministratorAsync();

        for (var minutes = 20; minutes < 8 * 60; minutes += 20)
        {
            running.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(200, (await client.GetAsync("/console/password")).Status);
        }
        running.Time.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(302, (await client.GetAsync("/console/password")).Status);
    }

    [Fact]
    public async Task Cookie_OfTheSession_IsForTheConsoleAndNotForScripts()
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = await running.VisitAsAdministratorAsync();

        var cookie = client.Cookies.GetCookies(new Uri(running.Address, "/console"))["hongyan-console"];

        Assert.NotNull(cookie);
        Assert.True(cookie.HttpOnly);
        Assert.Equal("/console", cookie.Path);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessions()
    {
        await using var running = await RunningConsole.StartAsync();
        using var here = await running.VisitAsAdministratorAsync();
        using var there = running.Visit();
        await SignInAsync(there, "admin", Passwords.Good);

        var wrong = await here.PostAsync("/console/password", "password", New(Passwords.Wrong));
        var changed = await here.PostAsync("/console/password", "password", New(Passwords.Good));

        Assert.Contains("现在的密码不对", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("密码已修改", changed.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await here.GetAsync("/console/deliveries")).Status);
        Assert.Equal(302, (await there.GetAsync("/console/deliveries")).Status);
        Assert.Equal(302, (await SignInAsync(there, "admin", Passwords.Other)).Status);

        static Dictionary<string, string> New(string current) => new() { ["current"] = current, ["password"] = Passwords.Other, ["repeated"] = Passwords.Other };
    }

    private static Task<Page> SignInAsync(PageClient client, string name, string password, string query = "") =>
        client.PostAsync(Path + query, "sign-in", new() { ["name"] = name, ["password"] = password });

    private static string WithoutTokens(string html) => string.Join('\n', html.Split('\n').Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)));
}
