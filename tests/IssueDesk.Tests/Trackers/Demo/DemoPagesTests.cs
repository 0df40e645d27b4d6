using System.Net;
using System.Text.RegularExpressions;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Trackers.Demo;

public partial class DemoPagesTests
{
    [Fact]
    public async Task List_NoIssues_SaysHowToMakeOne()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        Assert.Contains("还没有问题", await GetAsync(browser, "/demo/issues"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_WithMarkupInIt_ShowsItAsText()
    {
        await using var desk = await StartWithAnIssueAsync("登录页打不开，<script>alert(1)</script>");
        using var browser = desk.Browser();

        var page = await GetAsync(browser, "/demo/issues/CRM-1");

        Assert.Contains("&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_StateChanged_TellsTheReporter()
    {
        await using var desk = await StartWithAnIssueAsync("登录页打不开");
        desk.Platform.Answers("/cgi-bin/message/update_template_card", _ => """{"errcode":60140,"errmsg":"used"}""");
        using var browser = desk.Browser();
        using var response = await browser.GetAsync(new Uri("/demo/issues/CRM-1", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        browser.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        using var form = new FormUrlEncodedContent([new("state", "Done"), new("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)]);
        using var changed = await browser.PostAsync(new Uri("/demo/issues/CRM-1", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, "/demo/issues/CRM-1"), (changed.StatusCode, changed.Headers.Location!.OriginalString));
        Assert.Contains("状态：已解决", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_ForgedForm_ChangesNothing()
    {
        await using var desk = await StartWithAnIssueAsync("登录页打不开");
        using var browser = desk.Browser();
        using var form = new FormUrlEncodedContent([new("state", "Done")]);

        using var response = await browser.PostAsync(new Uri("/demo/issues/CRM-1", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("这张表单已经失效", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("[待处理]", await desk.Zhangsan.SaysAsync("CRM-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_OfNoIssue_IsNotFound()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/demo/issues/CRM-1", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/demo/issues/CRM-1/files/1")]
    [InlineData("GET", "/demo/issues/CRM-1/nowhere")]
    [InlineData("POST", "/demo/issues")]
    [InlineData("PUT", "/demo/issues/CRM-1")]
    public async Task Address_OfNoPage_SaysWhereTheIssuesAre(string method, string path)
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("全部问题在 /demo/issues", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<Desk> StartWithAnIssueAsync(string text)
    {
        var desk = await Desk.StartAsync();
        await desk.Zhangsan.SaysAsync(text);
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await desk.Zhangsan.ReceivesAsync();
        return desk;
    }

    private static Task<string> GetAsync(HttpClient browser, string address) => browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
