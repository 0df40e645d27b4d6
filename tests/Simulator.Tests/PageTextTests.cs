using Hongyan.Simulator.Pages;

namespace Hongyan.Simulator.Tests;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("普通文字", "普通文字")]
    [InlineData("看<a href=\"https://a.example/?x=1&amp;y=2\">这里</a>吧", "看|这里→https://a.example/?x=1&y=2|吧")]
    [InlineData("<a href='http://a.example'>一</a><a href=\"http://b.example\">二</a>", "一→http://a.example|二→http://b.example")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"/local\">x</a>", "<a href=\"/local\">x</a>")]
    [InlineData("<b>粗</b> <a>无</a>", "<b>粗</b> <a>无</a>")]
    public void LinkedText_Split_FindsLinksToTheWebOnly(string text, string expected)
    {
        var pieces = LinkedText.Split(text).Select(piece => piece.Url is null ? piece.Text : $"{piece.Text}→{piece.Url}");

        Assert.Equal(expected, string.Join('|', pieces));
    }

    [Theory]
    [InlineData("<xml><A><![CDATA[一]]></A><B>2</B></xml>", "<xml>\n  <A><![CDATA[一]]></A>\n  <B>2</B>\n</xml>")]
    [InlineData("<xml><A><![CDATA[一\n二 <b>]]></A></xml>", "<xml>\n  <A><![CDATA[一\n二 <b>]]></A>\n</xml>")]
    [InlineData("success", "success")]
    [InlineData("<broken", "<broken")]
    [InlineData("a]b", "a]b")]
    public void XmlTokens_Of_LoseNothing(string text, string expected)
    {
        Assert.Equal(expected, string.Concat(XmlTokens.Of(text).Select(token => token.Text)));
    }

    [Fact]
    public void XmlTokens_Of_TellsTagsFromText()
    {
        Assert.Equal(
            ["tag <A>", "cdata <![CDATA[", "text 一", "cdata ]]>", "tag </A>"],
            XmlTokens.Of("<A><![CDATA[一]]></A>").Select(token => $"{token.Kind} {token.Text}"));
    }
}
