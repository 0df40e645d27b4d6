using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How many began and ceased to follow, and how many there were.</summary>
internal static class UserStatistics
{
    private const int OfSearch = 1;
    private const int OfQrCode = 30;
    private const int OfAnything = 0;

    /// <summary>A row for each day and way (user_source) in which something changed.</summary>
    public static IEnumerable<JsonObject> Changes(StatisticsDays days, IReadOnlyList<FollowRecord> records) => records
        .Where(each => days.Contains(each.At))
        .GroupBy(each => (Day: ChinaTime.DayOf(each.At), Source: SourceOf(each.Scene)))
        .OrderBy(group => group.Key)
        .Select(group => new JsonObject
        {
            ["ref_date"] = StatisticsDays.Write(group.Key.Day), ["user_source"] = group.Key.Source,
            ["new_user"] = group.Count(each => each.HasFollowed), ["cancel_user"] = group.Count(each => !each.HasFollowed),
        });

    /// <summary>A row for each day.</summary>
    public static IEnumerable<JsonObject> Totals(StatisticsDays days, int now, IReadOnlyList<FollowRecord> records) => days.All.Select(day => new JsonObject
    {
        ["ref_date"] = StatisticsDays.Write(day), ["user_source"] = OfAnything,
        // What came later is taken back.
        ["cumulate_user"] = now - records.Where(each => ChinaTime.DayOf(each.At) > day).Sum(each => each.HasFollowed ? 1 : -1),
    });

    private static int SourceOf(string scene) => scene switch
    {
        "ADD_SCENE_SEARCH" => OfSearch,
        "ADD_SCENE_QR_CODE" => OfQrCode,
        _ => OfAnything,
    };
}
