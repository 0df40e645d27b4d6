using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Tests.Drafts;

public class IssueTextTests
{
    [Fact]
    public void Fit_ShortText_StaysAsItIs() => Assert.Equal(new IssueText("标题", "描述", null), IssueText.Fit("标题", "描述"));

    [Fact]
    public void Fit_LineBreaksInTheTitle_BecomeBlanks() => Assert.Equal("一 二 三", IssueText.Fit("一\n二\r\n 三", "").Title);

    [Fact]
    public void Fit_TitleOf256_IsCutAndItsRestOpensTheDescription()
    {
        var title = new string('长', 255) + "尾";

        var fitted = IssueText.Fit(title, "描述");

        Assert.Equal(new string('长', 254) + "…", fitted.Title);
        Assert.Equal("…长尾\n\n描述", fitted.Description);
        Assert.Null(fitted.Rest);
    }

    [Fact]
    public void Fit_EmojiAtTheCut_StaysWhole()
    {
        var fitted = IssueText.Fit(new string('a', 253) + "👨‍👩‍👧‍👦bb", "");

        Assert.Equal(new string('a', 253) + "…", fitted.Title);
        Assert.StartsWith("…👨‍👩‍👧‍👦bb", fitted.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_DescriptionTooLong_IsCutAndKeptWholeBeside()
    {
        var description = string.Concat(Enumerable.Repeat("😀", 20_000));

        var fitted = IssueText.Fit("标题", description);

        Assert.True(fitted.Description.Length <= IssueText.LongestDescription);
        Assert.EndsWith("😀…", fitted.Description, StringComparison.Ordinal);
        Assert.Equal(description, fitted.Rest);
    }

    [Fact]
    public void Fit_OneLetterUnderAThousandAccents_IsCutAllTheSame() =>
        Assert.Equal(255, IssueText.Fit("a" + new string('\u0301', 1000), "").Title.Length);
}
