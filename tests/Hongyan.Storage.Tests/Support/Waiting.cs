using Hongyan.Testing;

namespace Hongyan.Storage.Tests.Support;

/// <summary>Waits for what must happen; a test that waits for what never happens fails instead of hanging.</summary>
internal static class Waiting
{
    public static Task SoonAsync(this Task task) => task.WaitAsync(TestTimeouts.Default, TestContext.Current.CancellationToken);

    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(TestTimeouts.Default, TestContext.Current.CancellationToken);

    /// <summary>Waits until something that nobody announces is so.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    /// <summary>Waits until something that nobody announces is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await isSo())
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
