using System.Text.Json.Nodes;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How much followers said.</summary>
internal static class MessageStatistics
{
    private const int OfOthers = 6;

    /// <summary>By type (msg_type) in each day, hour, week or month.</summary>
    public static IEnumerable<JsonObject> ByType(IReadOnlyList<ChatMessage> said, Func<DateOnly, DateOnly> span, bool hourly) => said
        .GroupBy(each => (Day: span(ChinaTime.DayOf(each.Time)), Hour: hourly ? StatisticsDays.HourOf(each.Time) : 0, Type: TypeOf(each.Type)))
        .OrderBy(group => group.Key)
        .Select(group =>
        {
            var row = new JsonObject { ["ref_date"] = StatisticsDays.Write(group.Key.Day) };
            if (hourly)
                row["ref_hour"] = group.Key.Hour;
            row["msg_type"] = group.Key.Type;
            row["msg_user"] = group.Select(each => each.Member).Distinct().Count();
            row["msg_count"] = group.Count();
            return row;
        });

    /// <summary>By how much one person said (count_interval) in each day, week or month.</summary>
    public static IEnumerable<JsonObject> ByNumber(IReadOnlyList<ChatMessage> said, Func<DateOnly, DateOnly> span) => said
        .GroupBy(each => (Day: span(ChinaTime.DayOf(each.Time)), each.Member))
        .GroupBy(person => (person.Key.Day, Interval: IntervalOf(person.Count())))
        .OrderBy(group => group.Key)
        .Select(group => new JsonObject
        {
            ["ref_date"] = StatisticsDays.Write(group.Key.Day), ["count_interval"] = group.Key.Interval, ["msg_user"] = group.Count(),
        });

    /// <summary>A week is called after its Monday.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>A month is called after its first day.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static int TypeOf(string type) => type switch
    {
        "text" => 1,
        "image" => 2,
        "voice" => 3,
        "video" or "shortvideo" => 4,
        _ => OfOthers,
    };

    private static int IntervalOf(int count) => count switch
    {
        <= 5 => 1,
        <= 10 => 2,
        _ => 3,
    };
}
