using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Payload;

public class LateTextTests
{
    [Theory]
    [InlineData("\"https://example.com/a\"", "https://example.com/a")]
    [InlineData("\"https:\\/\\/example.com\\/\\u4e2d\"", "https://example.com/中")]
    [InlineData("\"中\"", "中")]
    [InlineData("12", "12")]
    [InlineData("{}", "")]
    public void ToString_OfJson_IsItsText(string json, string text)
    {
        var late = LateText.OfJson(Encoding.UTF8.GetBytes(json));
        Assert.Equal(text, late.ToString());
        Assert.Equal(LateText.Of(text), late);
        Assert.Equal(LateText.Of(text).GetHashCode(), late.GetHashCode());
        Assert.NotEqual(LateText.Of(text + "x"), late);
    }

    [Fact]
    public void ToString_OfNothing_IsEmpty() => Assert.Equal("", default(LateText).ToString());

    /// <summary>Two documents that say the same of the chat are the same chat, wherever they are in memory.</summary>
    [Fact]
    public void Equals_ChatsOfTwoDocuments_AreEqual()
    {
        var document = Incoming.Corpus.Payload("robot/text.json");
        var chat = IncomingParser.WeComRobot.Parse(document).Robot;
        Assert.Equal(chat, IncomingParser.WeComRobot.Parse((byte[])document.Clone()).Robot);
        Assert.Equal(chat, IncomingParser.WeComRobot.Parse((byte[])[.. "\uFEFF"u8, .. document]).Robot);
        Assert.NotNull(chat!.ResponseUrl);
        Assert.NotEqual(chat, chat with { ResponseUrl = null });
    }
}
