namespace Hongyan.Simulator.WeCom;

/// <summary>The one rule of the sample company (打卡规则): Monday to Friday, nine to six, in China.</summary>
internal static class WorkingDay
{
    public const int GroupId = 1;
    public const string GroupName = "标准工时";

    public static readonly TimeSpan China = TimeSpan.FromHours(8);
    public static readonly TimeSpan Begins = TimeSpan.FromHours(9);
    public static readonly TimeSpan Ends = TimeSpan.FromHours(18);

    /// <summary>The day in China that a moment is in.</summary>
    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(China).DateTime);

    /// <summary>Its midnight.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), China);

    /// <summary>Whether there is work.</summary>
    public static bool IsWorkDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
