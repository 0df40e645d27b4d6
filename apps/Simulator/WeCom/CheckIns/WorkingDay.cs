namespace Hongyan.Simulator.WeCom;

/// <summary>The one rule of the sample company (打卡规则): Monday to Friday, nine to six, in China.</summary>
internal static class WorkingDay
{
    public const int GroupId = 1;
    public const string GroupName = "标准工时";

    public static readonly TimeSpan Begins = TimeSpan.FromHours(9);
    public static readonly TimeSpan Ends = TimeSpan.FromHours(18);

    /// <summary>Whether there is work.</summary>
    public static bool IsWorkDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
