using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Tests.Drafts;

public class ReportTextTests
{
    [Theory]
    [InlineData("登录页打不开", "登录页打不开", "如题")]
    [InlineData("登录页打不开，点登录没有反应", "登录页打不开", "点登录没有反应")]
    [InlineData("登录页 打不开", "登录页", "打不开")]
    [InlineData("crm_登录页！！！ 点了没反应。", "crm_登录页", "点了没反应。")]
    [InlineData("登录页打不开。", "登录页打不开", "如题")]
    [InlineData("登录页打不开\n一直转圈", "登录页打不开", "一直转圈")]
    [InlineData("【紧急】登录页打不开", "紧急", "【紧急】登录页打不开")]
    [InlineData("，登录页 打不开", "登录页", "，登录页 打不开")]
    [InlineData("bug: 500 错误", "bug", "500 错误")]
    [InlineData("导出²变成2，见附件", "导出²变成2", "见附件")]
    [InlineData("😀登录页打不开", "登录页打不开", "😀登录页打不开")]
    [InlineData("𠮷野家下单报错，没有提示", "𠮷野家下单报错", "没有提示")]
    [InlineData("", "", "")]
    [InlineData("！？。", "", "")]
    public void Parse_Text_DividesTitleAndDescription(string text, string title, string description) =>
        Assert.Equal(new ReportText(title, description), ReportText.Parse(text));
}
