using Microsoft.Playwright;

namespace Hongyan.Browser.Tests;

/// <summary>Debian's Chromium without a window. A test that needs it is skipped, by name, where it is not installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    // The background services of the browser would try to reach the internet, and everything it shows here is on this machine.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        // A crowded machine takes its time; what never happens fails all the same.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new page of a new, Chinese-speaking visitor.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 800, bool dark = false, bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, $"{Executable} is not installed (Debian: chromium)");
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            // What is looked at is the page, not a colour on its way to the next.
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
