using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Json;

public class JsonTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\"\"", "")]
    [InlineData("\"你好\"", "你好")]
    [InlineData("\"a\\nb\"", "a\nb")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u4e2d\\u6587\"", "中文")]
    [InlineData("\"\\ud83d\\ude00!\"", "😀!")]
    [InlineData("\"\\ud83dx\"", "\uFFFDx")]
    [InlineData("\"\\ude00\"", "\uFFFD")]
    [InlineData("\"\\ud83d\\u0041\"", "\uFFFDA")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("{\"a\":\"x\"}", "")]
    public void Decode_Value_IsItsText(string value, string expected) => Assert.Equal(expected, JsonText.Decode(Encoding.UTF8.GetBytes(value)));

    [Theory]
    [InlineData("MsgType", "MsgType", true)]
    [InlineData("msgtype", "MsgType", true)]
    [InlineData("\\u004dsgType", "MsgType", true)]
    [InlineData("\\u006DsgTyp\\u0065", "MsgType", true)]
    [InlineData("\\u4e2d文", "中文", true)]
    [InlineData("中文", "中文", true)]
    [InlineData("\\ud83d\\ude00", "😀", true)]
    [InlineData("MsgTyp", "MsgType", false)]
    [InlineData("MsgTypes", "MsgType", false)]
    [InlineData("\\u004dsgTypo", "MsgType", false)]
    [InlineData("\\u4e2d", "中文", false)]
    [InlineData("", "", true)]
    public void EqualsIgnoreCase_Name_IsComparedAsItReads(string inside, string text, bool expected) =>
        Assert.Equal(expected, JsonText.EqualsIgnoreCase(Encoding.UTF8.GetBytes(inside), Encoding.UTF8.GetBytes(text)));
}
