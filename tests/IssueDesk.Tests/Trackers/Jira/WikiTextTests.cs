using Hongyan.IssueDesk.Trackers.Jira;

namespace Hongyan.IssueDesk.Tests.Trackers.Jira;

public class WikiTextTests
{
    [Theory]
    [InlineData("登录页打不开", "登录页打不开")]
    [InlineData("2026-01-05 a_b", "2026-01-05 a_b")]
    [InlineData("{code}x{code}", "\\{code\\}x\\{code\\}")]
    [InlineData("[~admin]", "\\[\\~admin\\]")]
    [InlineData("h1. 大标题", "h1&#46; 大标题")]
    [InlineData("一\n  bq. 引用", "一\n  bq&#46; 引用")]
    [InlineData("path1.txt", "path1.txt")]
    [InlineData("*粗* -删- _斜_", "\\*粗\\* \\-删\\- \\_斜\\_")]
    [InlineData("C:\\temp &lt;", "C:&#92;temp &#38;lt;")]
    [InlineData("!图.png! |表|", "\\!图.png\\! \\|表\\|")]
    [InlineData("<script>", "<script>")]
    public void Escape_Markup_IsShownAsItIs(string text, string expected) => Assert.Equal(expected, WikiText.Escape(text));
}
