using System.Net.Http.Headers;
using System.Text;
using Hongyan.Hub.Tests.Fakes;

namespace Hongyan.Hub.Tests;

/// <summary>What a person sees whose form no page takes, in both environments: in Development the framework has words of its own.</summary>
public sealed class RefusedFormsTests
{
    private const string Path = "/console/sign-in";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Post_FormThatThePageDoesNotHave_IsExplainedOnAPage(string environment)
    {
        await using var running = await RunningConsole.StartAsync(new Server.Tests.DataFolder(), environment);
        using var client = running.Visit();
        var fields = PageClient.HiddenFieldsOf(await client.GetAsync(Path), "sign-in", Path);
        var token = string.Join('&', fields.Where(field => field.Key != "_handler").Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

        foreach (var form in (string[])["_handler=nope&", "_handler=&", "", "_handler=sign-in&_handler=nope&", $"_handler={new string('x', 5000)}&"])
        {
            using var content = new StringContent(form + token, Encoding.UTF8, Form);
            await AssertExplainedAsync(client, HttpMethod.Post, content, 400, "这张表单已经失效");
        }
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Request_OfAnotherShape_IsExplainedOnAPage(string environment)
    {
        await using var running = await RunningConsole.StartAsync(new Server.Tests.DataFolder(), environment);
        using var client = running.Visit();

        await AssertExplainedAsync(client, HttpMethod.Post, new StringContent("_handler=sign-in", Encoding.UTF8, Form), 400, "这张表单已经失效");
        await AssertExplainedAsync(client, HttpMethod.Post, new StringContent("_handler=sign-in&__RequestVerificationToken=x", Encoding.UTF8, Form), 400, "这张表单已经失效");
        await AssertExplainedAsync(client, HttpMethod.Post, new StringContent("{}", Encoding.UTF8, "application/json"), 415, "不是表单");
        await AssertExplainedAsync(client, HttpMethod.Post, new ByteArrayContent([1]), 415, "不是表单");
        var parts = new ByteArrayContent("not a part"u8.ToArray());
        parts.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await AssertExplainedAsync(client, HttpMethod.Post, parts, 413, "表单太大");
        await AssertExplainedAsync(client, HttpMethod.Post, new StringContent("a=" + new string('x', 5_000_000), Encoding.UTF8, Form), 413, "表单太大");
        await AssertExplainedAsync(client, HttpMethod.Post, new StringContent(string.Join('&', Enumerable.Range(0, 3000).Select(i => $"a{i}=1")), Encoding.UTF8, Form), 413, "表单太大");
        await AssertExplainedAsync(client, HttpMethod.Put, new StringContent("a=1", Encoding.UTF8, Form), 405, "不能这样请求");
        await AssertExplainedAsync(client, HttpMethod.Delete, null, 405, "不能这样请求");
    }

    [Fact]
    public async Task Post_LargerThanAnyRequestMayBe_IsExplainedOnAPage()
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = running.Visit();

        await AssertExplainedAsync(client, HttpMethod.Post, new StringContent("a=" + new string('x', 31_000_000), Encoding.UTF8, Form), 413, "表单太大");
    }

    private static async Task AssertExplainedAsync(PageClient client, HttpMethod method, HttpContent? content, int status, string title)
    {
        var page = await client.SendAsync(method, Path, content);
        content?.Dispose();

        Assert.Equal(status, page.Status);
        Assert.Contains($"<h1>{title}</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("什么都没有改动", page.Html, StringComparison.Ordinal);
        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("@formname", page.Html, StringComparison.Ordinal);
    }
}
