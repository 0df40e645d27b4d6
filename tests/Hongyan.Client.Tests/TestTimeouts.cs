namespace Hongyan.Client.Tests;

internal static class TestTimeouts
{
    /// <summary>For what should come at once: long enough for a busy machine, short enough to notice a hang.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);
}
