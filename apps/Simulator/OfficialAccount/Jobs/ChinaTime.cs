namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The days and months that the platform counts by.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    /// <summary>The first day of the month.</summary>
    public static DateOnly MonthOf(DateTimeOffset time) => DayOf(time) is var day ? new(day.Year, day.Month, 1) : default;
}
