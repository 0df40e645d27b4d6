using System.Text.Json.Nodes;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/datacube/…: what happened around an account, by day (数据统计). Counted from what happened in the simulator; nobody reads articles here.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html and the pages beside it.</remarks>
internal static class StatisticsApi
{
    private const int Week = 7;
    private const int Month = 30;
    private const int HalfMonth = 15;

    private static readonly (string Name, int MaxDays)[] OfArticles =
        [("getarticlesummary", 1), ("getarticletotal", 1), ("getuserread", 3), ("getuserreadhour", 1), ("getusershare", Week), ("getusersharehour", 1)];

    public static void Map(OfficialAccountCalls api)
    {
        var datacube = api.In("/datacube");
        datacube.Call("POST /getusersummary", Access.Verified, (ApiRequest request, Followers followers, SimulatedClock clock) =>
            Answer(request, Week, clock, days => UserStatistics.Changes(days, followers.RecordsOf(request.Account))));
        datacube.Call("POST /getusercumulate", Access.Verified, (ApiRequest request, Followers followers, SimulatedClock clock) =>
            Answer(request, Week, clock, days => UserStatistics.Totals(days, followers.FollowingOf(request.Account).Count, followers.RecordsOf(request.Account))));
        foreach (var (name, maxDays) in OfArticles)
            datacube.Call($"POST /{name}", Access.Verified, (ApiRequest request, SimulatedClock clock) => Answer(request, maxDays, clock, _ => []));

        MapMessages(datacube, "getupstreammsg", Week, said => MessageStatistics.ByType(said, day => day, hourly: false));
        MapMessages(datacube, "getupstreammsghour", 1, said => MessageStatistics.ByType(said, day => day, hourly: true));
        MapMessages(datacube, "getupstreammsgweek", Month, said => MessageStatistics.ByType(said, MessageStatistics.MondayOf, hourly: false));
        MapMessages(datacube, "getupstreammsgmonth", Month, said => MessageStatistics.ByType(said, MessageStatistics.FirstOf, hourly: false));
        MapMessages(datacube, "getupstreammsgdist", HalfMonth, said => MessageStatistics.ByNumber(said, day => day));
        MapMessages(datacube, "getupstreammsgdistweek", Month, said => MessageStatistics.ByNumber(said, MessageStatistics.MondayOf));
        MapMessages(datacube, "getupstreammsgdistmonth", Month, said => MessageStatistics.ByNumber(said, MessageStatistics.FirstOf));

        datacube.Call("POST /getinterfacesummary", Access.Verified, (ApiRequest request, DeliveryLog deliveries, SimulatedClock clock) =>
            Answer(request, Month, clock, days => CallbackStatistics.Of(days, deliveries.Latest(request.Account.Name, null, int.MaxValue), hourly: false)));
        datacube.Call("POST /getinterfacesummaryhour", Access.Verified, (ApiRequest request, DeliveryLog deliveries, SimulatedClock clock) =>
            Answer(request, 1, clock, days => CallbackStatistics.Of(days, deliveries.Latest(request.Account.Name, null, int.MaxValue), hourly: true)));
    }

    private static void MapMessages(
        OfficialAccountCalls datacube, string name, int maxDays, Func<IReadOnlyList<ChatMessage>, IEnumerable<JsonObject>> count) =>
        datacube.Call($"POST /{name}", Access.Verified, (ApiRequest request, Followers followers, ConversationLog chats, SimulatedClock clock) =>
            Answer(request, maxDays, clock, days => count([.. followers.Of(request.Account)
                .SelectMany(person => chats.Read(request.Account.Name, person.OpenId)).Where(entry => entry.Message is not null && days.Contains(entry.Time))])));

    private static ApiAnswer Answer(ApiRequest request, int maxDays, SimulatedClock clock, Func<StatisticsDays, IEnumerable<JsonObject>> rows)
    {
        var (days, error) = StatisticsDays.Read(request, maxDays, clock);
        return days is null ? ApiAnswer.Failed(error!) : ApiAnswer.Bare(("list", new JsonArray([.. rows(days)])));
    }
}
