using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests;

/// <summary>Check-ins, read.</summary>
public sealed class CheckInsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    // A Wednesday.
    private static readonly DateOnly Day = new(2026, 3, 4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComCheckIns CheckIns => platform.Client.CheckIns;

    public async ValueTask InitializeAsync()
    {
        await platform.ResetAsync();
        await platform.ControlAsync(HttpMethod.Post, "/sim/checkins", new object[]
        {
            new { userId = "zhangsan", time = "2026-03-04T09:10:00+08:00", type = "上班打卡", exception = "时间异常", latitude = 23.1291, longitude = 113.2644, locationTitle = "鸿雁大厦" },
            new { userId = "zhangsan", time = "2026-03-04T18:30:00+08:00", type = "下班打卡" },
            new { userId = "lisi", time = "2026-03-04T14:00:00+08:00", type = "外出打卡", notes = "拜访客户" },
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<int> CodeOfAsync(Task call) => (await Assert.ThrowsAsync<PlatformApiException>(() => call)).Code;

    private static CheckInQuery Query(params string[] userIds) => new()
    {
        From = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)),
        To = new(2026, 3, 31, 0, 0, 0, TimeSpan.FromHours(8)),
        UserIds = userIds,
    };

    [Fact]
    public async Task ListAsync_AMonth_ListsCheckIns()
    {
        var all = await CheckIns.ListAsync(Query("zhangsan", "lisi"), Cancellation);

        Assert.Equal(["上班打卡", "外出打卡", "下班打卡"], all.Select(each => each.CheckInType));
        Assert.Equal(("时间异常", 23.1291, 113.2644, "鸿雁大厦"), (all[0].ExceptionType, all[0].Latitude, all[0].Longitude, all[0].LocationTitle));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.FromHours(8)), all[0].ScheduledAt);
        Assert.Null(all[1].ScheduledAt);
        Assert.Single(await CheckIns.ListAsync(Query("zhangsan", "lisi") with { Kind = CheckInKind.Outside }, Cancellation));
        Assert.Equal(301021, await CodeOfAsync(CheckIns.ListAsync(Query("nobody"), Cancellation)));
    }

    [Fact]
    public async Task ListAsync_SpanTooLong_IsRefusedBeforeAnythingIsSent() =>
        await Assert.ThrowsAsync<FieldLimitException>(() =>
            CheckIns.ListAsync(Query("zhangsan") with { From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }, Cancellation));

    [Fact]
    public async Task GetOptionsAsync_OneDay_TellsTheRule()
    {
        var option = Assert.Single(await CheckIns.GetOptionsAsync(Day, ["zhangsan"], Cancellation));

        var span = option.Group!.Days[0].Spans[0];
        Assert.Equal((TimeSpan.FromHours(9), TimeSpan.FromHours(18)), (span.Begins, span.Ends));
        Assert.Equal((CheckInGroupType.Fixed, 300), (option.Group.Type, option.Group.Places[0].Distance));
        Assert.Equal(301021, await CodeOfAsync(CheckIns.GetOptionsAsync(Day, ["nobody"], Cancellation)));
    }

    [Fact]
    public async Task GetDailyReportsAsync_LateMember_SaysSo()
    {
        var report = Assert.Single(await CheckIns.GetDailyReportsAsync(Day, Day, ["zhangsan"], Cancellation));

        Assert.Equal(("zhangsan", 2, TimeSpan.FromMinutes(9 * 60 + 20)), (report.Subject.UserId, report.Summary.CheckInCount, report.Summary.Worked));
        var late = Assert.Single(report.Incidents);
        Assert.Equal((AttendanceIncidentType.Late, TimeSpan.FromMinutes(10)), (late.Type, late.Duration));
        Assert.Equal(301021, await CodeOfAsync(CheckIns.GetDailyReportsAsync(Day, Day, ["nobody"], Cancellation)));
    }

    [Fact]
    public async Task GetMonthlyReportsAsync_ThreeDays_SumsThemUp()
    {
        var report = Assert.Single(await CheckIns.GetMonthlyReportsAsync(Day.AddDays(-1), Day.AddDays(1), ["zhangsan"], Cancellation));

        Assert.Equal((3, 0, 3), (report.Summary.WorkDays, report.Summary.RegularDays, report.Summary.ExceptionDays));
        Assert.Equal([(AttendanceIncidentType.Late, 1), (AttendanceIncidentType.Absent, 2)], report.Incidents.Select(each => (each.Type, each.Count)));
        Assert.Equal(301021, await CodeOfAsync(CheckIns.GetMonthlyReportsAsync(Day, Day, ["nobody"], Cancellation)));
    }
}
