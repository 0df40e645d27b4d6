using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Payload;

public class RecentTextTests
{
    [Fact]
    public void At_TheSameAgain_IsTheSameString()
    {
        var recent = new RecentText();
        var first = Read(recent, "{\"a\":\"gh_1\"}");
        Assert.Same(first, Read(recent, "<xml><a><![CDATA[gh_1]]></a></xml>"));
        Assert.Equal("gh_2", Read(recent, "{\"a\":\"gh_2\"}"));
    }

    [Theory]
    [InlineData("\"gh_1\"", "gh_1")]
    [InlineData("\"gh_\\u0031\"", "gh_1")]
    [InlineData("\"中\"", "中")]
    [InlineData("\"\"", "")]
    [InlineData("7", "7")]
    [InlineData("{}", "")]
    public void At_AnyValue_IsItsText(string value, string text)
    {
        var recent = new RecentText();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(text, Read(recent, $"{{\"a\":{value}}}"));
            Assert.Equal("GH_1", Read(recent, "{\"a\":\"GH_1\"}"));
        }
    }

    private static string Read(RecentText recent, string document)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, PayloadFields.Read(Encoding.UTF8.GetBytes(document), ref list, out var payload));
        return recent.At(payload, payload.Find("a"u8));
    }
}
