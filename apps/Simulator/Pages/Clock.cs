using System.Globalization;

namespace Hongyan.Simulator.Pages;

/// <summary>Times as pages show them: in China's time, which knows no summer time.</summary>
internal static class Clock
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Show(DateTimeOffset time, string format) => time.ToOffset(China).ToString(format, CultureInfo.InvariantCulture);

    public static string Show(TimeSpan duration) => duration.TotalSeconds < 1
        ? duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms"
        : duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
