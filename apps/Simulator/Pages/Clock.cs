using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>Times as pages show them: in China's time.</summary>
internal static class Clock
{
    public static string Show(DateTimeOffset time, string format) => ChinaTime.Of(time).ToString(format, CultureInfo.InvariantCulture);

    public static string Show(TimeSpan duration) => duration.TotalSeconds < 1
        ? duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms"
        : duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
