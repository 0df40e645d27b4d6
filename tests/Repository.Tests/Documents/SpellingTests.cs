namespace Hongyan.Repository.Tests.Documents;

/// <summary>A thing has one name wherever people read it: in the documents, on the pages, in what programs say.</summary>
public sealed class SpellingTests
{
    private static readonly (string Wrong, string Right)[] Spellings =
    [
        ("JIRA", "Jira"), ("企微", "企业微信"), ("微信公众号", "公众号"), ("服务端", "服务器"), ("工单", "问题"), ("缺陷", "bug"), ("BUG", "bug"),
        ("登陆", "登录"), ("帐号", "账号"), ("帐户", "账号"), ("模版", "模板"), ("其它", "其他"), ("撤消", "撤销"), ("发送箱", "发件箱"), ("缺省", "默认"),
    ];

    private static readonly string[] Patterns = ["*.resx", "*.razor"];

    [Fact]
    public void Text_ThatPeopleRead_HasOneSpellingForEverything()
    {
        var problems = from file in Files()
                       from line in File.ReadLines(file).Index()
                       from spelling in Spellings
                       where line.Item.Contains(spelling.Wrong, StringComparison.Ordinal)
                       select $"{RepositoryRoot.Relative(file)}, line {line.Index + 1}: {spelling.Wrong} is written {spelling.Right}.";

        Problems.AssertNone(problems);
    }

    [Fact]
    public void Files_ThatPeopleRead_AreFound()
    {
        var files = Files().Select(RepositoryRoot.Relative).ToList();

        Assert.Contains("README.zh-CN.md", files);
        Assert.Contains("docs/guides/jira.md", files);
        Assert.Contains("apps/IssueDesk/Resources/Texts.resx", files);
    }

    private static IEnumerable<string> Files() => MarkdownDocument.All.Select(document => RepositoryRoot.Combine(document.Path))
        .Concat(Patterns.SelectMany(pattern => Directory.EnumerateFiles(RepositoryRoot.Combine("apps"), pattern, SearchOption.AllDirectories)))
        .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("samples"), "*.cs"));
}
