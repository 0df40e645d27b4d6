using Microsoft.Playwright;

namespace Hongyan.Browser.Tests;

/// <summary>Debian's Chromium without a window, one for all tests. A test that needs it is skipped, by name, where it is not installed.</summary>
public sealed class ChromiumProcess : IAsyncLifetime
{
    /// <summary>Milliseconds. A crowded machine takes its time; what never happens fails all the same.</summary>
    public const int Patience = 60_000;

    private const string Executable = "/usr/bin/chromium";

    // The background services of the browser would try to reach the internet, and everything it shows here is on this machine.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; skips the test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"{Executable} is not installed (Debian: chromium)");
            return _browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
