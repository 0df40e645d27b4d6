using Hongyan.Hub.SignIn;

namespace Hongyan.Hub.Tests;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/console")]
    [InlineData("/console?lang=en")]
    [InlineData("/console/deliveries?account=demo&state=Dead")]
    public void Of_PageOfTheConsole_IsKept(string address) => Assert.Equal(address, ReturnUrl.Of(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//evil.example/console")]
    [InlineData("https://evil.example/console")]
    [InlineData("/consoles")]
    [InlineData("/console.evil.example")]
    [InlineData("/console\\..\\evil")]
    [InlineData("/console/\t/evil.example")]
    [InlineData("/console/\r\nLocation: https://evil.example")]
    [InlineData("javascript:alert(1)//console")]
    public void Of_AnythingElse_IsTheFirstPage(string? address) => Assert.Equal("/console", ReturnUrl.Of(address));

    [Fact]
    public void Of_Enormous_IsTheFirstPage() => Assert.Equal("/console", ReturnUrl.Of("/console/" + new string('a', 5000)));
}
