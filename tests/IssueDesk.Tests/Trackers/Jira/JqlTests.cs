using Hongyan.IssueDesk.Trackers.Jira;

namespace Hongyan.IssueDesk.Tests.Trackers.Jira;

public class JqlTests
{
    [Theory]
    [InlineData("CRM", "\"CRM\"")]
    [InlineData("\" OR project = HR OR \"", "\"\\\" OR project = HR OR \\\"\"")]
    [InlineData("a\\", "\"a\\\\\"")]
    [InlineData("一\n二", "\"一 二\"")]
    public void Literal_Text_CannotEndTheLiteral(string text, string expected) => Assert.Equal(expected, Jql.Literal(text));

    [Theory]
    [InlineData("登录页 打不开", "登录页 打不开")]
    [InlineData("a* OR (b~) \"c\"", "a b c")]
    [InlineData("!!!", "")]
    public void Words_Title_HasNoOperators(string title, string expected) => Assert.Equal(expected, Jql.Words(title));
}
