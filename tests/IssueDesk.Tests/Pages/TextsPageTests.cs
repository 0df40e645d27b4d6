using System.Net;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Pages;

public class TextsPageTests
{
    private const string Texts = "/console/issuedesk/texts";

    [Fact]
    public async Task Text_SavedAndReset_IsWhatTheBotSays()
    {
        await using var console = await DeskConsole.StartAsync();

        await PostAsync(console, "Incomplete", "save", "再说具体一点？");
        Assert.Equal("再说具体一点？", await console.Desk.Zhangsan.SaysAsync("bug！！"));
        Assert.Contains("再说具体一点？", WebUtility.HtmlDecode((await console.Administrator.GetAsync($"{Texts}?which=changed")).Html), StringComparison.Ordinal);
        await PostAsync(console, "Incomplete", "reset", "");

        Assert.Equal("请尽量一次性将问题描述完整", await console.Desk.Zhangsan.SaysAsync("bug！！"));
        Assert.Equal("再说具体一点？", Assert.Single(await console.AuditAsync("desk.setting.change")).After);
        Assert.Equal("setting:Texts:Incomplete", Assert.Single(await console.AuditAsync("desk.setting.reset")).Target);
    }

    [Theory]
    [InlineData("Created", "好了 {kye} {key}", "{kye} 不是这条文案的变量，可以用的是 {url} {key} {title}")]
    [InlineData("Created", "好了", "少了 {key}")]
    [InlineData("Cancelled", "不提 {title}", "这条文案没有变量")]
    [InlineData("Cancelled", "  ", "不能是空的")]
    public async Task Save_WrongText_IsRefusedWithASentence(string name, string text, string sentence)
    {
        await using var console = await DeskConsole.StartAsync();

        var page = await PostAsync(console, name, "save", text);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Empty(console.Options.Texts);
    }

    [Fact]
    public async Task Save_HugeText_IsRefused()
    {
        await using var console = await DeskConsole.StartAsync();

        Assert.Contains("最多 2048 字节", await PostAsync(console, "Help", "save", new string('长', 700)), StringComparison.Ordinal);
        Assert.Empty(console.Options.Texts);
    }

    [Fact]
    public async Task Preview_OfMarkup_ShowsItAsTextAndSavesNothing()
    {
        await using var console = await DeskConsole.StartAsync();

        var page = await console.Administrator.PostAsync($"{Texts}/Created", "text", new() { ["do"] = "preview", ["text"] = "<script>{key}</script>" });

        Assert.Contains("&lt;script&gt;CRM-24&lt;/script&gt;", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.Empty(console.Options.Texts);
    }

    [Fact]
    public async Task Text_UnknownFixedOrSeenByAViewer_IsNotChanged()
    {
        await using var console = await DeskConsole.StartAsync([], ("IssueDesk:Texts:Kept", "留着「{title}」"));
        var viewer = await console.VisitAsAsync("Viewer", "lisi");

        Assert.Equal(404, (await console.Administrator.GetAsync($"{Texts}/Nothing")).Status);
        var fixedText = await PostAsync(console, "Kept", "save", "换「{title}」");
        var seen = await viewer.GetAsync($"{Texts}/Cancelled");
        var refused = await viewer.PostAsync($"{Texts}/Cancelled", Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(seen, "text", Texts).Concat([new("do", "save"), new("text", "不提了")]).ToDictionary());

        Assert.Contains("由启动它的程序固定", fixedText, StringComparison.Ordinal);
        Assert.Equal("留着「{title}」", console.Options.Texts["Kept"]);
        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task Save_TwoAtOnce_TheSecondIsTold()
    {
        await using var console = await DeskConsole.StartAsync();
        var path = $"{Texts}/Cancelled";
        var older = Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(await console.Administrator.GetAsync(path), "text", path);
        await PostAsync(console, "Cancelled", "save", "不提了。");
        await PostAsync(console, "Kept", "save", "别的文案「{title}」");

        var second = await console.Administrator.PostAsync(path, older.Concat([new("do", "save"), new("text", "算了。")]).ToDictionary());

        Assert.Contains("刚才有别人改过", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        Assert.Equal("不提了。", console.Options.Texts["Cancelled"]);
    }

    private static async Task<string> PostAsync(DeskConsole console, string name, string what, string text) =>
        WebUtility.HtmlDecode((await console.Administrator.PostAsync($"{Texts}/{name}", "text", new() { ["do"] = what, ["text"] = text })).Html);
}
