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
}
