using System.Text;
using Hongyan.Media;

namespace Hongyan.Client.Tests.Media;

public sealed class MediaFileNameTests
{
    [Theory]
    [InlineData("成绩单.xlsx", "成绩单.xlsx")]
    [InlineData("🦆 𠮷.png", "🦆 𠮷.png")]
    [InlineData("关于\"五一\"的通知.docx", "关于'五一'的通知.docx")]
    [InlineData("a\r\nContent-Type: text/html\r\n\r\nb.txt", "a__Content-Type_ text_html____b.txt")]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("C:\\temp\\a.txt", "C__temp_a.txt")]
    [InlineData("a\0b\u007F\u0085\u2028.txt", "a_b___.txt")]
    [InlineData("..", "media")]
    [InlineData("name. ", "name")]
    [InlineData("what?*<>|.txt", "what_____.txt")]
    public void Sanitize_AnyName_IsOneFileNameInQuotes(string name, string expected) => Assert.Equal(expected, MediaFileName.Sanitize(name));

    [Fact]
    public void Sanitize_HalfASurrogatePair_IsReplaced() => Assert.Equal("half _.txt", MediaFileName.Sanitize("half \uD83E.txt"));

    [Theory]
    [InlineData("attachment; filename=\"a.jpg\"", "a.jpg")]
    [InlineData("attachment;filename=a.jpg", "a.jpg")]
    [InlineData("attachment; FileName=\"a;b.jpg\"; size=3", "a;b.jpg")]
    [InlineData("attachment; filename=\"say \\\"hi\\\".txt\"", "say 'hi'.txt")]
    [InlineData("attachment; filename=\"x\"; filename*=utf-8''%E6%88%90%E7%BB%A9.xlsx", "成绩.xlsx")]
    [InlineData("attachment; filename=\"成绩.xlsx\"", "成绩.xlsx")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\temp\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename=\"..\"", "media")]
    [InlineData("attachment; filename=\"caf\u00E9.txt\"", "café.txt")]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void FromHeader_AnyForm_GivesTheName(string? header, string? expected) => Assert.Equal(expected, MediaFileName.FromHeader(header));

    [Fact]
    public void FromHeader_Utf8ReadAsLatin1_GivesTheName()
    {
        var asHttpClientReadsIt = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("attachment; filename=\"期末成绩🦆.xlsx\""));

        Assert.Equal("期末成绩🦆.xlsx", MediaFileName.FromHeader(asHttpClientReadsIt));
    }

    [Theory]
    [InlineData("image/jpeg", "media.jpg")]
    [InlineData("audio/amr", "media.amr")]
    [InlineData("application/x-anything", "media.bin")]
    public void ForType_ContentType_GivesTheExtension(string contentType, string expected) => Assert.Equal(expected, MediaFileName.ForType(contentType));
}
