using System.Text;
using System.Text.Json;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Protocol.Tests.Incoming.WeCom;

public sealed class RobotMentionTests
{
    [Theory]
    [InlineData("鸿雁 助手", "@鸿雁 助手 你好", "你好")]
    [InlineData("鸿雁 助手", "@鸿雁\u3000助手\u3000你好", "你好")]
    [InlineData("鸿雁\u3000助手", "@鸿雁 助手\u2005你好", "你好")]
    [InlineData("鸿雁  助手", "@鸿雁 助手 你好", "你好")]
    [InlineData(" @鸿雁 助手 ", "@鸿雁 助手 你好", "你好")]
    [InlineData("鸿雁 助手", "  @鸿雁 助手\n第一行\n第二行", "第一行\n第二行")]
    [InlineData("鸿雁 助手", "@鸿雁 助手，你好", "，你好")]
    [InlineData("鸿雁 助手", "@鸿雁 助手", "")]
    [InlineData("Yan Bot", "@yan bot hello", "hello")]
    [InlineData("a.*b", "@a.*b 你好", "你好")]
    public void Parse_NameWithABlank_IsCutWhole(string name, string said, string content) => Assert.Equal(content, ContentOf(name, said));

    [Theory]
    [InlineData("天气 @鸿雁 助手 广州", "天气 广州")]
    [InlineData("天气 广州 @鸿雁 助手", "天气 广州")]
    [InlineData("请@鸿雁 助手 查天气", "请查天气")]
    [InlineData("@张三 @鸿雁 助手 你好", "@张三 你好")]
    [InlineData("@鸿雁 助手 发给 a@b.com @鸿雁 助手", "发给 a@b.com")]
    [InlineData("😀 @鸿雁 助手 😀", "😀 😀")]
    public void Parse_MentionSomewhereElse_IsCutThere(string said, string content) => Assert.Equal(content, ContentOf("鸿雁 助手", said));

    [Theory]
    [InlineData("鸿雁", "@鸿雁助手 你好", "你好")]
    [InlineData("鸿雁", "@鸿雁2 你好", "你好")]
    [InlineData("鸿雁", "@鸿雁 你好，@鸿雁助手 在吗", "你好，@鸿雁助手 在吗")]
    [InlineData("鸿雁", "你好 @鸿雁助手", "你好 @鸿雁助手")]
    [InlineData("鸿雁 助手", "@鸿雁 助手们好", "助手们好")]
    [InlineData("鸿雁 助手", "@鸿雁助手 你好", "你好")]
    [InlineData("鸿雁 助手", "@鸿雁", "")]
    [InlineData("鸿雁 助手", "@", "")]
    [InlineData("鸿雁 助手", "你好", "你好")]
    [InlineData("鸿雁 助手", "", "")]
    public void Parse_NameThatIsNotThere_IsCutAsWithoutOne(string name, string said, string content) => Assert.Equal(content, ContentOf(name, said));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("@")]
    public void Parse_NoName_CutsAsFarAsTheFirstBlank(string name)
    {
        Assert.Equal("助手 你好", ContentOf(name, "@鸿雁 助手 你好"));
        Assert.Equal("你好 @鸿雁", ContentOf(name, "你好 @鸿雁"));
    }

    [Fact]
    public void Parse_SingleChat_IsLeftAsItIs() => Assert.Equal("@鸿雁 助手 你好", ContentOf("鸿雁 助手", "@鸿雁 助手 你好", chat: "single"));

    [Fact]
    public void Parse_MixedMessage_IsCutInItsTextAndNotInItsItems()
    {
        const string Json = """{"msgid":"m","aibotid":"a","chattype":"group","from":{"userid":"u"},"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"@鸿雁 助手 看"}},{"msgtype":"image","image":{"url":"https://example.com/1"}},{"msgtype":"text","text":{"content":"这张"}}]}}""";

        var message = Assert.IsType<MixedMessage>(IncomingParser.ForWeComRobot("鸿雁 助手").Parse(Encoding.UTF8.GetBytes(Json)));

        Assert.Equal("看\n这张", message.Text);
        Assert.Equal("@鸿雁 助手 看", message.Items[0].Text);
        Assert.Equal("@鸿雁 助手 看\n这张", message.Robot!.FullText);
    }

    [Fact]
    public void Parse_TextThatIsAllSigns_TakesNoLongerThanReadingIt()
    {
        var text = string.Concat(Enumerable.Repeat("@鸿雁 ", 100_000));

        Assert.StartsWith("@鸿雁", ContentOf("鸿雁 助手", text), StringComparison.Ordinal);
    }

    private static string ContentOf(string name, string said, string chat = "group")
    {
        var json = $$$"""{"msgid":"m","chattype":"{{{chat}}}","from":{"userid":"u"},"msgtype":"text","text":{"content":{{{JsonSerializer.Serialize(said)}}}}}""";
        return Assert.IsType<TextMessage>(IncomingParser.ForWeComRobot(name).Parse(Encoding.UTF8.GetBytes(json))).Content;
    }
}
