using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Payload;

public class ShortTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("中")]
    [InlineData("雁\U0001F986é")]
    public void Decode_AnyLength_IsTheText(string piece)
    {
        for (var times = 1; times < 300; times++)
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));
            Assert.Equal(text, ShortText.Decode(Encoding.UTF8.GetBytes(text)));
        }
    }
}
