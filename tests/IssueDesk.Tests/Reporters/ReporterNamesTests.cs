using Hongyan.IssueDesk.Reporters;

namespace Hongyan.IssueDesk.Tests.Reporters;

public class ReporterNamesTests
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["saber"] = "chenmin",
        ["xuzuo.Chen(Walter)"] = "xuzuo.chen",
        ["wangwei"] = "wwei",
    };

    [Theory]
    [InlineData("plough-田宗耕", "plough")]
    [InlineData(" jax_刘军", "jax")]
    [InlineData("saber-陈敏", "chenmin")]
    [InlineData("xuzuo.Chen(Walter)-陈栩作", "xuzuo.chen")]
    [InlineData("plough|田宗耕", "plough")]
    public void Find_NameOfTheContacts_IsShortenedAndMapped(string name, string expected) => Assert.Equal(expected, ReporterNames.Find(Names, "u1", name, takesShortNames: true));

    [Fact]
    public void Find_UserIdThatIsMapped_WinsOverTheName() => Assert.Equal("wwei", ReporterNames.Find(Names, "WangWei", "saber-陈敏", takesShortNames: true));

    [Theory]
    [InlineData("张三")]
    [InlineData(null)]
    public void Find_NameWithoutAShortForm_GivesNothing(string? name) => Assert.Null(ReporterNames.Find(Names, "zhangsan", name, takesShortNames: true));

    [Fact]
    public void Find_TrackerThatKnowsNoNames_TakesMappedOnesOnly()
    {
        Assert.Null(ReporterNames.Find(Names, "u1", "plough-田宗耕", takesShortNames: false));
        Assert.Equal("chenmin", ReporterNames.Find(Names, "u1", "saber-陈敏", takesShortNames: false));
    }
}
