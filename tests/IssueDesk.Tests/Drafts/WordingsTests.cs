using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Tests.Drafts;

public class WordingsTests
{
    [Theory]
    [InlineData("确认")]
    [InlineData(" 确认！")]
    [InlineData("1")]
    [InlineData("１")]
    [InlineData("Y")]
    [InlineData("是。")]
    [InlineData("“确认”")]
    public void IsYes_WholeMessage_Confirms(string text) => Assert.True(Wordings.IsYes(text));

    [Theory]
    [InlineData("好像确认不了")]
    [InlineData("确认一下行不行")]
    [InlineData("11")]
    [InlineData("是吗，我看看")]
    [InlineData("")]
    [InlineData("！")]
    public void IsYes_AnythingElse_DoesNot(string text) => Assert.False(Wordings.IsYes(text));

    [Theory]
    [InlineData("补充 换浏览器也不行", "换浏览器也不行")]
    [InlineData("补充：换浏览器也不行", "换浏览器也不行")]
    [InlineData("补充换浏览器也不行", "换浏览器也不行")]
    [InlineData("补充", null)]
    [InlineData("再补充一点", null)]
    public void After_Word_GivesWhatFollows(string text, string? expected) => Assert.Equal(expected, Wordings.After(text, "补充"));
}
