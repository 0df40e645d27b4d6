namespace Hongyan.Tests.Outgoing;

public class ReplyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ImplicitConversion_InAConditional_PicksEither(bool answer)
    {
        Reply reply = answer ? "好" : Reply.None;
        Assert.Equal(answer ? new TextReply("好") : Reply.None, reply);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void ImplicitConversion_NoText_AnswersNothing(string? text)
    {
        Reply reply = text;
        Assert.Equal(Reply.None, reply);
    }

    [Fact]
    public void Cut_ShortText_StaysAsItIs() => Assert.Equal("你好", TextReply.Cut("你好").Content);

    [Fact]
    public void Cut_LongText_FitsThePlatform()
    {
        var cut = TextReply.Cut(new string('鸿', 1000)).Content;
        Assert.Equal(new string('鸿', 681) + "…", cut);
    }
}
