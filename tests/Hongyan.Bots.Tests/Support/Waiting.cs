using System.Diagnostics;

namespace Hongyan.Bots.Tests.Support;

/// <summary>Waits for what must happen; a test that waits for what never happens fails instead of hanging.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    public static Task SoonAsync(this Task task) => task.WaitAsync(Default, TestContext.Current.CancellationToken);

    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Default, TestContext.Current.CancellationToken);

    /// <summary>Looks again and again, for what nothing tells of.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Default, "It has not happened.");
            await Task.Yield();
        }
    }
}
