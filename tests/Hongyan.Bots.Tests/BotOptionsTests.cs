using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.Bots.Tests;

public sealed class BotOptionsTests
{
    [Theory]
    [InlineData("00:00:00", "00:10:00", "Bots:HandlerTimeout")]
    [InlineData("-00:00:01", "00:10:00", "Bots:HandlerTimeout")]
    [InlineData("60.00:00:00", "00:10:00", "Bots:HandlerTimeout")]
    [InlineData("00:05:00", "00:00:30", "Bots:DuplicateWindow")]
    [InlineData("00:05:00", "-00:10:00", "Bots:DuplicateWindow")]
    public void Validate_TimesThatCannotWork_AreRefusedByName(string handlerTimeout, string duplicateWindow, string named)
    {
        using var services = new ServiceCollection().AddBots().Configure<BotOptions>(options =>
        {
            options.HandlerTimeout = TimeSpan.Parse(handlerTimeout, System.Globalization.CultureInfo.InvariantCulture);
            options.DuplicateWindow = TimeSpan.Parse(duplicateWindow, System.Globalization.CultureInfo.InvariantCulture);
        }).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith($"HY1001: {named} ", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("english")]
    [InlineData("")]
    public void Validate_LanguageThatHasNoTexts_IsRefusedByName(string language)
    {
        using var services = new ServiceCollection().AddBots().Configure<BotOptions>(options => options.Language = language).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal("HY1001: Bots:Language must be zh-CN or en.", Assert.Single(refused.Failures));
    }

    [Fact]
    public void Validate_Defaults_AreAccepted()
    {
        using var services = new ServiceCollection().AddLogging().AddBots().AddBots().BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal(3, services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Count());
    }
}
