namespace Hongyan.Repository.Tests.Documents;

/// <summary>A named part of a file is read without its frame and moved to the left.</summary>
public sealed class ListingSourceTests
{
    [Fact]
    public void Read_Part_IsMovedToTheLeft() =>
        Assert.Equal(["bot.OnText(\"加 {a} {b}\", (int a, int b) => $\"{a + b}\");"], ListingSource.Read("tests/Repository.Tests/Listings/FirstChange.cs#change"));

    [Fact]
    public void Read_PartThatIsNotThere_SaysWhichFile()
    {
        var failure = Assert.Throws<InvalidDataException>(() => ListingSource.Read("tests/Repository.Tests/Listings/FirstChange.cs#nothing"));

        Assert.Contains("FirstChange.cs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileThatIsNotThere_Throws() => Assert.Throws<FileNotFoundException>(() => ListingSource.Read("samples/99-nothing.cs"));
}
