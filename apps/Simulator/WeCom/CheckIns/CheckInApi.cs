using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Check-ins: /cgi-bin/checkin/ getcheckindata, getcheckinoption, getcheckin_daydata, getcheckin_monthdata.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90262, 90263, 93374 and 93387.</remarks>
internal static class CheckInApi
{
    private const int MaxUsers = 100;

    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(31);

    private static readonly ApiError WrongUsers = new(301021, "invalid userid list");
    private static readonly ApiError WrongSpan = new(301022, "invalid time range");

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /checkin/getcheckindata", ApiModule.CheckIn, GetRecords);
        api.Call("POST /checkin/getcheckinoption", ApiModule.CheckIn, GetOptions);
        api.Call("POST /checkin/getcheckin_daydata", ApiModule.CheckIn, GetDays);
        api.Call("POST /checkin/getcheckin_monthdata", ApiModule.CheckIn, GetMonths);
    }

    private static ApiAnswer GetRecords(ApiRequest request, SimulatedWorld world, CheckInLog log)
    {
        if (Read(request, world, out var members, out var from, out var to) is { } error)
            return ApiAnswer.Failed(error);
        var kind = request.Body.Number("opencheckindatatype") ?? 0;
        if (kind is < 1 or > 3)
            return ApiAnswer.Failed(CustomerError.Parameter("invalid opencheckindatatype"));
        var found = log.All.Where(each =>
            each.Time >= from && each.Time <= to && members.Any(member => member.IsCalled(each.UserId)) && (kind == 3 || each.IsOutside == (kind == 2)));
        return ApiAnswer.Ok(("checkindata", new JsonArray([.. found.Select(Write)])));
    }

    private static ApiAnswer GetOptions(ApiRequest request, SimulatedWorld world)
    {
        if (ReadMembers(request, world) is not { } members)
            return ApiAnswer.Failed(WrongUsers);
        return ApiAnswer.Ok(("info", new JsonArray([.. members.Select(member => new JsonObject { ["userid"] = member.UserId, ["group"] = Rule() })])));
    }

    private static ApiAnswer GetDays(ApiRequest request, SimulatedWorld world, CheckInLog log)
    {
        if (Read(request, world, out var members, out var from, out var to) is { } error)
            return ApiAnswer.Failed(error);
        return ApiAnswer.Ok(("datas", new JsonArray(
            [.. members.SelectMany(member => DaysOf(from, to).Select(day => AttendanceReport.OfDay(world, log, member, day)))])));
    }

    private static ApiAnswer GetMonths(ApiRequest request, SimulatedWorld world, CheckInLog log)
    {
        if (Read(request, world, out var members, out var from, out var to) is { } error)
            return ApiAnswer.Failed(error);
        return ApiAnswer.Ok(("datas", new JsonArray([.. members.Select(member => AttendanceReport.OfDays(world, log, member, [.. DaysOf(from, to)]))])));
    }

    private static ApiError? Read(
        ApiRequest request, SimulatedWorld world, out IReadOnlyList<Member> members, out DateTimeOffset from, out DateTimeOffset to)
    {
        from = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(request.Body.Number("starttime") ?? 0, 0, int.MaxValue));
        to = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(request.Body.Number("endtime") ?? 0, 0, int.MaxValue));
        members = ReadMembers(request, world) ?? [];
        return members.Count == 0 ? WrongUsers : to < from || to - from > LongestSpan ? WrongSpan : null;
    }

    private static List<Member>? ReadMembers(ApiRequest request, SimulatedWorld world)
    {
        var ids = request.Body.Texts("useridlist") ?? [];
        var members = ids.Select(world.FindMember).OfType<Member>().Where(member => world.IsVisible(request.App, member)).ToList();
        return ids.Count is 0 or > MaxUsers || members.Count < ids.Count ? null : members;
    }

    private static IEnumerable<DateOnly> DaysOf(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = ChinaTime.DayOf(from); day <= ChinaTime.DayOf(to); day = day.AddDays(1))
            yield return day;
    }

    private static JsonObject Write(CheckIn checkIn) => new()
    {
        ["userid"] = checkIn.UserId,
        ["groupname"] = WorkingDay.GroupName,
        ["checkin_type"] = checkIn.Type,
        ["exception_type"] = checkIn.Exception,
        ["checkin_time"] = checkIn.Time.ToUnixTimeSeconds(),
        ["location_title"] = checkIn.LocationTitle,
        ["location_detail"] = checkIn.LocationDetail,
        ["wifiname"] = "",
        ["notes"] = checkIn.Notes,
        ["wifimac"] = "",
        ["mediaids"] = new JsonArray(),
        ["lat"] = (long)Math.Round(checkIn.Latitude * 1_000_000),
        ["lng"] = (long)Math.Round(checkIn.Longitude * 1_000_000),
        ["deviceid"] = "",
        ["sch_checkin_time"] = checkIn.IsOutside
            ? 0
            : (ChinaTime.Midnight(ChinaTime.DayOf(checkIn.Time)) + (checkIn.Type == "上班打卡" ? WorkingDay.Begins : WorkingDay.Ends)).ToUnixTimeSeconds(),
        ["groupid"] = WorkingDay.GroupId,
        ["schedule_id"] = 0,
        ["timeline_id"] = 1,
    };

    private static JsonObject Rule() => new()
    {
        ["grouptype"] = 1,
        ["groupid"] = WorkingDay.GroupId,
        ["groupname"] = WorkingDay.GroupName,
        ["checkindate"] = new JsonArray(new JsonObject
        {
            ["workdays"] = new JsonArray(1, 2, 3, 4, 5),
            ["checkintime"] = new JsonArray(new JsonObject
            {
                ["work_sec"] = (int)WorkingDay.Begins.TotalSeconds,
                ["off_work_sec"] = (int)WorkingDay.Ends.TotalSeconds,
                ["remind_work_sec"] = (int)WorkingDay.Begins.TotalSeconds - 600,
                ["remind_off_work_sec"] = (int)WorkingDay.Ends.TotalSeconds,
            }),
            ["noneed_offwork"] = false,
        }),
        ["spe_workdays"] = new JsonArray(),
        ["spe_offdays"] = new JsonArray(),
        ["sync_holidays"] = true,
        ["need_photo"] = false,
        ["wifimac_infos"] = new JsonArray(),
        ["loc_infos"] = new JsonArray(new JsonObject
        {
            ["lat"] = 23_129_100,
            ["lng"] = 113_264_400,
            ["loc_title"] = "鸿雁大厦",
            ["loc_detail"] = "广州市越秀区府前路1号",
            ["distance"] = 300,
        }),
    };
}
