namespace Hongyan.Simulator.World;

/// <summary>The days and months that the platform counts by. China knows no summer time.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment as clocks in China show it.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => time.ToOffset(Offset);

    /// <summary>The day.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Of(time).DateTime);

    /// <summary>The first day of the month.</summary>
    public static DateOnly MonthOf(DateTimeOffset time) => DayOf(time) is var day ? new(day.Year, day.Month, 1) : default;

    /// <summary>The beginning of a day.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
