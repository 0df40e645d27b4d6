using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Sums up check-ins by the rule: for a day (打卡日报) or for several (打卡月报).</summary>
internal static class AttendanceReport
{
    private const int Late = 1;
    private const int LeftEarly = 2;
    private const int Missing = 3;
    private const int Absent = 4;

    /// <summary>The report of one day.</summary>
    public static JsonObject OfDay(SimulatedWorld world, CheckInLog log, Member member, DateOnly day)
    {
        var figures = Figures.Of(log, member, day);
        var subject = Subject(world, member);
        subject["date"] = ChinaTime.Midnight(day).ToUnixTimeSeconds();
        subject["day_type"] = figures.IsWorkDay ? 0 : 1;
        return new()
        {
            ["base_info"] = subject,
            ["summary_info"] = new JsonObject
            {
                ["checkin_count"] = figures.Count,
                ["regular_work_sec"] = (long)figures.Worked.TotalSeconds,
                ["standard_work_sec"] = (long)figures.Standard.TotalSeconds,
                ["earliest_time"] = (long)figures.Earliest.TotalSeconds,
                ["lastest_time"] = (long)figures.Latest.TotalSeconds,
            },
            ["holiday_infos"] = new JsonArray(),
            ["exception_infos"] = Write(figures.Incidents),
            ["sp_items"] = new JsonArray(),
        };
    }

    /// <summary>The report of several days together.</summary>
    public static JsonObject OfDays(SimulatedWorld world, CheckInLog log, Member member, IReadOnlyList<DateOnly> days)
    {
        var figures = days.Select(day => Figures.Of(log, member, day)).Where(day => day.IsWorkDay).ToList();
        var wrong = figures.Count(day => day.Incidents.Count > 0);
        return new()
        {
            ["base_info"] = Subject(world, member),
            ["summary_info"] = new JsonObject
            {
                ["work_days"] = figures.Count,
                ["regular_days"] = figures.Count - wrong,
                ["except_days"] = wrong,
                ["regular_work_sec"] = (long)figures.Sum(day => day.Worked.TotalSeconds),
                ["standard_work_sec"] = (long)figures.Sum(day => day.Standard.TotalSeconds),
            },
            ["exception_infos"] = Write([.. figures.SelectMany(day => day.Incidents)]),
            ["sp_items"] = new JsonArray(),
        };
    }

    private static JsonObject Subject(SimulatedWorld world, Member member) => new()
    {
        ["record_type"] = 1,
        ["name"] = member.Name,
        ["name_ex"] = "",
        ["departs_name"] = world.DepartmentOf(member),
        ["acctid"] = member.UserId,
        ["rule_info"] = new JsonObject { ["groupid"] = WorkingDay.GroupId, ["groupname"] = WorkingDay.GroupName },
    };

    private static JsonArray Write(IReadOnlyList<(int Type, TimeSpan Duration)> incidents) => new(
    [
        .. incidents.GroupBy(incident => incident.Type).OrderBy(group => group.Key).Select(group => new JsonObject
        {
            ["exception"] = group.Key,
            ["count"] = group.Count(),
            ["duration"] = (long)group.Sum(incident => incident.Duration.TotalSeconds),
        }),
    ]);

    private sealed record Figures(
        bool IsWorkDay, int Count, TimeSpan Earliest, TimeSpan Latest, IReadOnlyList<(int Type, TimeSpan Duration)> Incidents)
    {
        public TimeSpan Worked => Latest - Earliest;

        public TimeSpan Standard => IsWorkDay ? WorkingDay.Ends - WorkingDay.Begins : TimeSpan.Zero;

        public static Figures Of(CheckInLog log, Member member, DateOnly day)
        {
            var midnight = ChinaTime.Midnight(day);
            var times = log.All.Where(each => member.IsCalled(each.UserId) && ChinaTime.DayOf(each.Time) == day).Select(each => each.Time - midnight).ToList();
            var (first, last) = times.Count == 0 ? (TimeSpan.Zero, TimeSpan.Zero) : (times.Min(), times.Max());
            var isWorkDay = WorkingDay.IsWorkDay(day);
            return new(isWorkDay, times.Count, first, last, isWorkDay ? [.. FindIncidents(times.Count, first, last)] : []);
        }

        private static IEnumerable<(int Type, TimeSpan Duration)> FindIncidents(int count, TimeSpan first, TimeSpan last)
        {
            if (count == 0)
                yield return (Absent, WorkingDay.Ends - WorkingDay.Begins);
            if (count == 1)
                yield return (Missing, TimeSpan.Zero);
            if (count > 0 && first > WorkingDay.Begins)
                yield return (Late, first - WorkingDay.Begins);
            if (count > 1 && last < WorkingDay.Ends)
                yield return (LeftEarly, WorkingDay.Ends - last);
        }
    }
}
