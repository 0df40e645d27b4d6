using System.Net;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.Pages;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests;

/// <summary>How the chat page shows what apps send, and that nothing of it gets past the page's encoding.</summary>
public sealed class ActiveContentTests : IAsyncLifetime
{
    private static readonly Contacts People = new(new LiveFeed());

    private RunningSimulator _simulator = null!;
    private PageClient _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        _pages = new(_simulator);
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData("# 大标题", "<p class=\"md-h1\">大标题</p>")]
    [InlineData("**粗 `c` 体**", "<p><strong>粗 <code>c</code> 体</strong></p>")]
    [InlineData("[看](https://a.example/?x=1&y=\"2)", "<p><a href=\"https://a.example/?x=1&amp;y=&quot;2\" rel=\"noreferrer\" target=\"_blank\">看</a></p>")]
    [InlineData("[坏](javascript:alert(1))", "<p>[坏](javascript:alert(1))</p>")]
    [InlineData("<font color=\"warning\">热</font>", "<p><span class=\"md-warning\">热</span></p>")]
    [InlineData("<font color=\"red\">热</font>", "<p>&lt;font color=&quot;red&quot;&gt;热&lt;/font&gt;</p>")]
    [InlineData("> 一\n> 二\n三", "<blockquote><p>一</p><p>二</p></blockquote><p>三</p>")]
    [InlineData("<@lisi> <@nobody>", "<p><span class=\"mention\">@李思</span> &lt;@nobody&gt;</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("`<b>`", "<p><code>&lt;b&gt;</code></p>")]
    public void Markdown_Subset_IsShownAndTheRestIsText(string markdown, string html) =>
        Assert.Equal(html, MarkdownSubset.ToHtml(markdown, People));

    [Theory]
    [InlineData("| a | b |\n|:-:|--:|\n| 1 | 2 |", "<td class=\"align-Right\">2</td>", "style=")]
    [InlineData("1. 一\n2. 二", "<ol>", "style=")]
    [InlineData("~~~\n<b>\n~~~", "&lt;b&gt;", "<b>")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img", "<img")]
    [InlineData("[x](javascript:alert(1))", "x", "javascript")]
    [InlineData("![x](data:image/svg+xml,1)", "x", "data:")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)", "href")]
    [InlineData("![图](https://a.example/p.png)", "referrerpolicy=\"no-referrer\"", "onerror")]
    [InlineData("[去](https://a.example/)", "rel=\"noreferrer\"", "onclick")]
    public void MarkdownV2_Content_IsShownWithoutWhatCouldRun(string markdown, string expected, string never)
    {
        var html = MarkdownDocument.ToHtml(markdown);

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain(never, html, StringComparison.Ordinal);
    }

    [Fact]
    public void TextCard_Description_KeepsThreeStylesAndEscapesNothingTwice() =>
        Assert.Equal(
            [("card-gray", "九月"), ("card-normal", "1 < 2"), ("card-highlight", "请领取"), ("card-normal", "<b>尾</b>")],
            CardDescription.Split("<div class=\"gray\">九月</div> <div class='normal'>1 &lt; 2</div><div class=\"highlight\">请领取</div><br><b>尾</b>"));

    [Theory]
    [InlineData("""{"a":1}""", "{\n  \"a\": 1\n}")]
    [InlineData("""{"a":[],"b":{"c":"x,{\"y\":1}"}}""", "{\n  \"a\": [],\n  \"b\": {\n    \"c\": \"x,{\\\"y\\\":1}\"\n  }\n}")]
    [InlineData("""{"a":"\u4f60""", "{\n  \"a\": \"\\u4f60")]
    [InlineData("not json: {}", "not json: {}")]
    [InlineData("}]}]", "}]}]")]
    [InlineData("{\n\"a\":1}", "{\n\"a\":1}")]
    public void Json_Indented_SaysWhatItSaid(string text, string indented) => Assert.Equal(indented, JsonText.Indent(text));

    [Fact]
    public async Task Page_OfEveryType_ShowsIt()
    {
        Say(new() { MsgId = "1", CallId = 1, Type = "text", Content = "看 <a href=\"https://a.example/\">这里</a> <b>x</b>" });
        Say(new() { MsgId = "2", CallId = 1, Type = "textcard", Title = "领奖", Description = "<div class=\"gray\">今天</div>", Url = "https://a.example/card" });
        Say(new() { MsgId = "3", CallId = 1, Type = "news", Articles = [new("文章", "说明", "", "javascript:alert(1)")] });
        Say(new() { MsgId = "4", CallId = 1, Type = "miniprogram_notice", Title = "会议", AppId = "wx1", Items = [new("时间", "十点")] });
        Say(new() { MsgId = "5", CallId = 1, Type = "template_card", Card = Vote });
        Say(new() { MsgId = "6", CallId = 1, Type = "text", Content = "收回的话", IsRecalled = true });

        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");

        Assert.Contains("<a href=\"https://a.example/\" rel=\"noreferrer\" target=\"_blank\">这里</a>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;x&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://a.example/card\"", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"card-text card-gray\">今天</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains("小程序 wx1", html, StringComparison.Ordinal);
        Assert.Contains("type=\"checkbox\" name=\"question:where\" value=\"a\" checked", html, StringComparison.Ordinal);
        Assert.Contains("演示助手 撤回了一条消息", html, StringComparison.Ordinal);
        Assert.DoesNotContain("收回的话", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_PostedWithoutScript_SendsWhatWasChosenAndKeepsIt()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("success"));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        using var pages = new PageClient(simulator);
        var entry = Say(new() { MsgId = "1", CallId = 1, Type = "template_card", Card = Vote }, simulator);

        var (status, _, location) = await pages.PostAsync(
            "/wecom/demo/zhangsan", $"card-{entry.Id}", new Dictionary<string, string> { ["key"] = "submit", ["question:where"] = "b" });

        Assert.Equal((302, "/wecom/demo/zhangsan"), (status, location!.AbsolutePath));
        var plaintext = Assert.Single(bot.Received).Open();
        Assert.Contains("<EventKey><![CDATA[submit]]></EventKey>", plaintext, StringComparison.Ordinal);
        Assert.Contains("<OptionId><![CDATA[b]]></OptionId>", plaintext, StringComparison.Ordinal);
        var (_, html, _) = await pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains("value=\"b\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"a\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_OfMpNews_IsAPageThatMayRunNothing()
    {
        var entry = Say(new()
        {
            MsgId = "1", CallId = 1, Type = "mpnews",
            Articles = [new("手册", "", "", "") { Content = "<p style=\"color:red\">第一章</p><script>alert(1)</script>", Author = "行政" }],
        });

        using var response = await _simulator.Http.GetAsync(new Uri($"/articles/{entry.Id}/0", UriKind.Relative), TestContext.Current.CancellationToken);
        using var missing = await _simulator.Http.GetAsync(new Uri($"/articles/{entry.Id}/1", UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-popups; default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.Contains("第一章", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Group_Page_ShowsRobotMembersAndItsOwnUnreadMarks()
    {
        var group = SampleGroups.Project;
        Say(new() { MsgId = "", CallId = 1, Type = "text", Content = "构建失败", Mentioned = ["@all"] }, chatId: group.ChatId, from: SampleGroups.Notice.Name);

        var (_, before, _) = await _pages.GetAsync("/wecom/demo/lisi");
        var (status, html, _) = await _pages.GetAsync($"/wecom/groups/{group.ChatId}/lisi");
        var (_, after, _) = await _pages.GetAsync("/wecom/demo/lisi");
        var (stranger, _, _) = await _pages.GetAsync($"/wecom/groups/{group.ChatId}/nobody");

        Assert.Contains("1 条未读", before, StringComparison.Ordinal);
        Assert.Equal(200, status);
        foreach (var text in new[] { "通知机器人", "构建失败", "@所有人", "群主", SampleGroups.Notice.Key })
            Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.DoesNotContain("条未读", after, StringComparison.Ordinal);
        Assert.Equal(404, stranger);
    }

    [Fact]
    public async Task App_OutsideItsScope_IsNeitherListedNorUsable()
    {
        await _simulator.PutAsync("/sim/apps/echo/permissions", new { scope = new VisibleScope(["lisi"], [], []) });

        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        var (_, own, _) = await _pages.GetAsync("/wecom/demo/lisi");
        var (_, refused, _) = await _pages.PostAsync("/wecom/echo/zhangsan", "say", new Dictionary<string, string> { ["content"] = "在吗" });

        Assert.DoesNotContain("/wecom/echo/zhangsan", html, StringComparison.Ordinal);
        Assert.Contains("/wecom/echo/lisi", own, StringComparison.Ordinal);
        Assert.Contains("不在这个应用的可见范围里", refused, StringComparison.Ordinal);
    }

    private static TemplateCard Vote { get; } = new()
    {
        CardType = "vote_interaction",
        TaskId = "vote-1",
        MainTitle = new() { Title = "团建去哪" },
        Checkbox = new() { QuestionKey = "where", Mode = 1, Options = [new() { Id = "a", Text = "山", IsChecked = true }, new() { Id = "b", Text = "海" }] },
        SubmitButton = new() { Text = "提交", Key = "submit" },
    };

    private ChatMessage Say(ActiveMessage message, RunningSimulator? simulator = null, string? chatId = null, string from = "demo")
    {
        var chats = (simulator ?? _simulator).Services.GetRequiredService<ConversationLog>();
        var entry = new ChatMessage
        {
            Id = chats.NextId(), App = from, Member = chatId is null ? "zhangsan" : "", ChatId = chatId, Time = DateTimeOffset.UnixEpoch, Active = message,
        };
        chats.Add(entry);
        return entry;
    }
}
