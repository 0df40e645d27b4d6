using Hongyan.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumProcess))]

namespace Hongyan.Browser.Tests;

/// <summary>The browser as one test class sees it: pages of visitors who have nothing in common, and who leave when their test is over.</summary>
public sealed class Chromium(ChromiumProcess process) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _visitors = [];
    private string? _test;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await LeaveAsync();

    /// <summary>A new page of a new, Chinese-speaking visitor.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 800, bool dark = false, bool scripts = true)
    {
        // A page that stays open would go on asking a simulator that is gone.
        if (_test != TestContext.Current.Test?.UniqueID)
            await LeaveAsync();
        _test = TestContext.Current.Test?.UniqueID;
        var context = await process.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            // What is looked at is the page, not a colour on its way to the next.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(ChromiumProcess.Patience);
        _visitors.Add(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    private async Task LeaveAsync()
    {
        foreach (var visitor in _visitors)
            await visitor.CloseAsync();
        _visitors.Clear();
    }
}
