using Hongyan.Hub.Accounts;
using Hongyan.Hub.Shell;
using Hongyan.Hub.Tests.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Hub.Tests;

public sealed class ApplicationPageTests
{
    [Fact]
    public async Task Page_OfAnApplication_IsInTheMenuOfWhoeverMaySeeIt()
    {
        await using var running = await RunningConsole.StartWithAsync(Register);
        using var administrator = await running.VisitAsAdministratorAsync();
        using var viewer = await running.VisitAsAsync(administrator, "Viewer", "lisi");

        var page = await administrator.GetAsync("/console/example/things/of/it");
        var refused = await viewer.GetAsync("/console/example/things");
        var menu = await viewer.GetAsync("/console/deliveries");

        Assert.Contains("things of an application", page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/console/example/things\" aria-current=\"page\">Menu_Things</a>", page.Html, StringComparison.Ordinal);
        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain("Menu_Example", menu.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatForgotToSayForWhom_IsForThoseWhoSignedIn()
    {
        await using var running = await RunningConsole.StartWithAsync(Register);
        using var administrator = await running.VisitAsAdministratorAsync();
        using var stranger = running.Visit();

        Assert.Equal(200, (await administrator.GetAsync("/console/example/forgotten")).Status);
        Assert.Equal(302, (await stranger.GetAsync("/console/example/forgotten")).Status);
    }

    [Fact]
    public void Menu_OfAPageThatForgotToSayForWhom_IsRefusedAtStart()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddConsolePages<ApplicationPageTests>("Menu_Example", menu => menu.Add<ForgottenPage>("x")));

        Assert.Contains("ForgottenPage does not say who may see it", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Menu_OfAPageElsewhere_IsRefusedAtStart()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddConsolePages<ApplicationPageTests>("Menu_Example", menu => menu.Add<PhonePage>("x")));

        Assert.Contains("PhonePage needs a route below /console/", failure.Message, StringComparison.Ordinal);
    }

    private static void Register(IServiceCollection services) =>
        services.AddConsolePages<ApplicationPageTests>("Menu_Example", menu => menu.Add<ThingsPage>("Menu_Things"));

    [Route("/console/example/things")]
    [Route("/console/example/things/of/it")]
    [ConsolePage(ConsoleRole.Operator)]
    public sealed class ThingsPage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "things of an application");
    }

    [Route("/console/example/forgotten")]
    public sealed class ForgottenPage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "forgotten");
    }

    [Route("/example/phone")]
    [ConsolePage(ConsoleRole.Viewer)]
    public sealed class PhonePage : ComponentBase;
}
