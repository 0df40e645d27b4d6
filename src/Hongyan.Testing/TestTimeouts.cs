using System.Diagnostics;

namespace Hongyan.Testing;

/// <summary>How long a test waits for what should have happened long ago.</summary>
public static class TestTimeouts
{
    /// <summary>Real time, however the test's clock stands. A test that has to wait this long has failed.</summary>
    /// <value>30 seconds, because a crowded machine is slow; without end while a debugger is attached.</value>
    public static TimeSpan Default => Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(30);
}
