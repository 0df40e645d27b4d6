using Microsoft.Playwright;

namespace Hongyan.Browser.Tests;

internal static class PageExtensions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Reads a page again that stays as it was read, until what was on its way has been through.</summary>
    public static async Task ReloadUntilAsync(this IPage page, Func<Task<bool>> isThere)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isThere())
        {
            await pause.WaitForNextTickAsync(patience.Token);
            await page.ReloadAsync();
        }
    }
}
