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
    [InlineData("https://crm.example.com/login 打不开", "打不开", "https://crm.example.com/login 打不开")]
    [InlineData("https://crm.example.com/login打不开，一片空白", "打不开", "https://crm.example.com/login打不开，一片空白")]
    [InlineData("登录页打不开 https://crm.example.com/login", "登录页打不开", "https://crm.example.com/login")]
    [InlineData("打开HTTP://crm.example.com/a?b=1#c 一片空白", "打开", "HTTP://crm.example.com/a?b=1#c 一片空白")]
    [InlineData("【https://crm.example.com】打不开", "打不开", "【https://crm.example.com】打不开")]
    [InlineData("https://crm.example.com/login", "crm.example.com/login", "https://crm.example.com/login")]
    [InlineData("http://a.example https://b.example", "a.example", "http://a.example https://b.example")]
    [InlineData("https://", "https", "如题")]
    [InlineData("https 证书过期", "https", "证书过期")]
    [InlineData("", "", "")]
    [InlineData("！？。", "", "")]
    public void Parse_Text_DividesTitleAndDescription(string text, string title, string description) =>
        Assert.Equal(new ReportText(title, description), ReportText.Parse(text));
}
