using Hongyan.IssueDesk.Routes;

namespace Hongyan.IssueDesk.Tests.Routes;

public class BugRouterTests
{
    private static readonly BugRoute[] Routes =
    [
        new() { Name = "商城", Project = "SHOP", Words = { "下单" }, Commands = { "提需求" } },
        BugRoute.Usual,
    ];

    [Theory]
    [InlineData("crm 登录不了")]
    [InlineData("Crm登录不了")]
    [InlineData("登录有问题")]
    [InlineData("导出异常")]
    [InlineData("有个BUG")]
    [InlineData("服务挂了")]
    [InlineData("服务炸了")]
    [InlineData("页面崩了")]
    [InlineData("保存报错")]
    [InlineData("首页打不开")]
    public void Find_UsualWord_IsFoundAnywhereAndStays(string text)
    {
        var report = BugRouter.Find([BugRoute.Usual], text);

        Assert.Equal(new BugReport(BugRoute.Usual, text, IsCommand: false), report);
    }

    [Theory]
    [InlineData("提bug 登录页打不开", "登录页打不开")]
    [InlineData("提BUG：登录页打不开", "登录页打不开")]
    [InlineData("报bug登录页打不开", "登录页打不开")]
    [InlineData("提bug", "")]
    public void Find_Command_IsCut(string text, string rest) => Assert.Equal(new BugReport(BugRoute.Usual, rest, IsCommand: true), BugRouter.Find([BugRoute.Usual], text));

    [Fact]
    public void Find_CommandOfALaterRoute_WinsOverAWordOfAnEarlier() => Assert.Same(BugRoute.Usual, BugRouter.Find(Routes, "提bug 下单没反应")!.Route);

    [Fact]
    public void Find_WordsOfTwoRoutes_TakesTheFirst() => Assert.Equal("SHOP", BugRouter.Find(Routes, "下单打不开")!.Route.Project);

    [Theory]
    [InlineData("你好")]
    [InlineData("天气 广州")]
    [InlineData("")]
    public void Find_SmallTalk_IsNoReport(string text) => Assert.Null(BugRouter.Find(Routes, text));

    [Theory]
    [InlineData("bug", false)]
    [InlineData("crm 问题！！", false)]
    [InlineData("BUG，bug，异常。", false)]
    [InlineData("crm 登录不了", true)]
    public void SaysSomething_Text_LooksBehindTheWords(string text, bool expected) => Assert.Equal(expected, BugRouter.SaysSomething(BugRoute.Usual, text));
}
