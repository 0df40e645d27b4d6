using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class StatisticsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    // Noon of tomorrow, so that no midnight comes in between.
    private static readonly DateTimeOffset Noon = new(TimeProvider.System.GetUtcNow().ToOffset(China).Date.AddDays(1).AddHours(12), China);

    private OfficialAccountStatistics? _tomorrow;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The day on which everything happens, which is over for <see cref="Statistics"/>.</summary>
    private static DateOnly Today { get; } = DateOnly.FromDateTime(Noon.DateTime);

    private static DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    private static DateOnly FirstOfMonth => new(Today.Year, Today.Month, 1);

    private OfficialAccountStatistics Statistics => _tomorrow ??= platform.ClientOf(SampleAccounts.Oa, time: new ShiftedTime(Ahead + TimeSpan.FromDays(1))).Statistics;

    private static TimeSpan Ahead => Noon - TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await platform.ResetAsync();
        await platform.AdvanceAsync(Ahead);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task TomorrowAsync() => platform.AdvanceAsync(TimeSpan.FromDays(1));

    /// <summary>Two texts and a place of one, six texts of another.</summary>
    private async Task TalkAsync()
    {
        for (var i = 0; i < 2; i++)
            await platform.ActAsync("messages", new { type = "text", content = $"{i}" });
        await platform.ActAsync("messages", new { type = "location" });
        for (var i = 0; i < 6; i++)
            await platform.ActAsync("messages", new { type = "text", content = $"{i}" }, Zhouran);
        await TomorrowAsync();
    }

    private async Task RefusedAsync(string path, Func<Task> call)
    {
        await platform.FaultAsync("/datacube/" + path, 61501);
        await AccountPlatform.RefusedAsync(61501, call);
        await platform.UnverifyAsync();
        await AccountPlatform.RefusedAsync(48001, call);
    }

    [Fact]
    public async Task GetUserChangesAsync_FollowedAndLeft_AreCountedByWay()
    {
        await platform.ActAsync("scans", new { scene = "7" }, Sunyue);
        await platform.ActAsync("events", new { @event = "unsubscribe" });
        await TomorrowAsync();

        var changes = await Statistics.GetUserChangesAsync(Today.AddDays(-6), Today, Cancellation);

        Assert.Equal([(Today, 1, 0, 1), (Today, 30, 1, 0)], changes.Select(each => (each.Day, each.Source, each.Followed, each.Left)));
    }

    [Fact]
    public async Task GetUserTotalsAsync_OneMore_CountsFromThatDayOn()
    {
        await platform.ActAsync("scans", new { scene = "7" }, Sunyue);
        await TomorrowAsync();

        var totals = await Statistics.GetUserTotalsAsync(Today.AddDays(-1), Today, Cancellation);

        Assert.Equal([(Today.AddDays(-1), 3L), (Today, 4L)], totals.Select(each => (each.Day, each.Followers)));
    }

    [Fact]
    public async Task GetMessagesAsync_Talk_IsCountedByType()
    {
        await TalkAsync();

        var messages = await Statistics.GetMessagesAsync(Today, Today, Cancellation);

        Assert.Equal([(Today, 1, 2L, 8L), (Today, 6, 1L, 1L)], messages.Select(each => (each.Day, each.Type, each.Senders, each.Messages)));
    }

    [Fact]
    public async Task GetMessagesByHourAsync_Talk_IsCountedByHour()
    {
        await TalkAsync();

        var messages = await Statistics.GetMessagesByHourAsync(Today, Cancellation);

        Assert.Equal(9, messages.Sum(each => each.Messages));
        Assert.All(messages, each => Assert.True(each.Hour % 100 == 0 && each.Hour is >= 0 and <= 2300));
    }

    [Fact]
    public async Task GetMessagesByWeekAsync_Talk_IsCountedUnderItsMonday()
    {
        await TalkAsync();

        Assert.All(await Statistics.GetMessagesByWeekAsync(Today, Today, Cancellation), each => Assert.Equal(Monday, each.Day));
    }

    [Fact]
    public async Task GetMessagesByMonthAsync_Talk_IsCountedUnderItsFirst()
    {
        await TalkAsync();

        Assert.All(await Statistics.GetMessagesByMonthAsync(Today, Today, Cancellation), each => Assert.Equal(FirstOfMonth, each.Day));
    }

    [Fact]
    public async Task GetMessageDistributionAsync_Talk_IsCountedByHowMuchOneSaid()
    {
        await TalkAsync();

        Assert.Equal([(Today, 1, 1L), (Today, 2, 1L)], (await Statistics.GetMessageDistributionAsync(Today, Today, Cancellation)).Select(each => (each.Day, each.Interval, each.Senders)));
    }

    [Fact]
    public async Task GetMessageDistributionByWeekAsync_Talk_IsCountedUnderItsMonday()
    {
        await TalkAsync();

        Assert.Equal([(Monday, 1), (Monday, 2)], (await Statistics.GetMessageDistributionByWeekAsync(Today, Today, Cancellation)).Select(each => (each.Day, each.Interval)));
    }

    [Fact]
    public async Task GetMessageDistributionByMonthAsync_Talk_IsCountedUnderItsFirst()
    {
        await TalkAsync();

        Assert.Equal([(FirstOfMonth, 1), (FirstOfMonth, 2)], (await Statistics.GetMessageDistributionByMonthAsync(Today, Today, Cancellation)).Select(each => (each.Day, each.Interval)));
    }

    [Fact]
    public async Task GetCallbacksAsync_NobodyListens_AreFailures()
    {
        await platform.ControlAsync(HttpMethod.Post, $"/sim/official-accounts/oa/people/{Xiaoman}/messages?wait=true", new { type = "text", content = "在吗" });
        await TomorrowAsync();

        var callbacks = Assert.Single(await Statistics.GetCallbacksAsync(Today, Today, Cancellation));

        Assert.True(callbacks.Calls > 0);
        Assert.Equal(callbacks.Calls, callbacks.Failures);
    }

    [Fact]
    public async Task GetCallbacksByHourAsync_OneMessage_IsInOneHour()
    {
        await platform.ControlAsync(HttpMethod.Post, $"/sim/official-accounts/oa/people/{Xiaoman}/messages?wait=true", new { type = "text", content = "在吗" });
        await TomorrowAsync();

        Assert.InRange((await Statistics.GetCallbacksByHourAsync(Today, Cancellation)).Count, 1, 2);
    }

    [Fact]
    public async Task GetUserChangesAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getusersummary", () => Statistics.GetUserChangesAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetUserTotalsAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getusercumulate", () => Statistics.GetUserTotalsAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetArticleReadingsAsync_NobodyReads_IsEmpty()
    {
        await TomorrowAsync();

        Assert.Empty(await Statistics.GetArticleReadingsAsync(Today, Cancellation));
    }

    [Fact]
    public async Task GetArticleReadingsAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getarticlesummary", () => Statistics.GetArticleReadingsAsync(Today, Cancellation));

    [Fact]
    public async Task GetArticleTotalsAsync_NobodyReads_IsEmpty()
    {
        await TomorrowAsync();

        Assert.Empty(await Statistics.GetArticleTotalsAsync(Today, Cancellation));
    }

    [Fact]
    public async Task GetArticleTotalsAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getarticletotal", () => Statistics.GetArticleTotalsAsync(Today, Cancellation));

    [Fact]
    public async Task GetReadingsAsync_NobodyReads_IsEmpty()
    {
        await TomorrowAsync();

        Assert.Empty(await Statistics.GetReadingsAsync(Today, Today, Cancellation));
    }

    [Fact]
    public async Task GetReadingsAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getuserread", () => Statistics.GetReadingsAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetReadingsByHourAsync_NobodyReads_IsEmpty()
    {
        await TomorrowAsync();

        Assert.Empty(await Statistics.GetReadingsByHourAsync(Today, Cancellation));
    }

    [Fact]
    public async Task GetReadingsByHourAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getuserreadhour", () => Statistics.GetReadingsByHourAsync(Today, Cancellation));

    [Fact]
    public async Task GetSharesAsync_NobodyReads_IsEmpty()
    {
        await TomorrowAsync();

        Assert.Empty(await Statistics.GetSharesAsync(Today, Today, Cancellation));
    }

    [Fact]
    public async Task GetSharesAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getusershare", () => Statistics.GetSharesAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetSharesByHourAsync_NobodyReads_IsEmpty()
    {
        await TomorrowAsync();

        Assert.Empty(await Statistics.GetSharesByHourAsync(Today, Cancellation));
    }

    [Fact]
    public async Task GetSharesByHourAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getusersharehour", () => Statistics.GetSharesByHourAsync(Today, Cancellation));

    [Fact]
    public async Task GetMessagesAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsg", () => Statistics.GetMessagesAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetMessagesByHourAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsghour", () => Statistics.GetMessagesByHourAsync(Today, Cancellation));

    [Fact]
    public async Task GetMessagesByWeekAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsgweek", () => Statistics.GetMessagesByWeekAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetMessagesByMonthAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsgmonth", () => Statistics.GetMessagesByMonthAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetMessageDistributionAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsgdist", () => Statistics.GetMessageDistributionAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetMessageDistributionByWeekAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsgdistweek", () => Statistics.GetMessageDistributionByWeekAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetMessageDistributionByMonthAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getupstreammsgdistmonth", () => Statistics.GetMessageDistributionByMonthAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetCallbacksAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getinterfacesummary", () => Statistics.GetCallbacksAsync(Today, Today, Cancellation));

    [Fact]
    public async Task GetCallbacksByHourAsync_WhereItMayNot_IsRefused() => await RefusedAsync("getinterfacesummaryhour", () => Statistics.GetCallbacksByHourAsync(Today, Cancellation));

    [Fact]
    public async Task Days_TooManyOrNotOver_AreNotSent()
    {
        Assert.Equal((7, 8), await RefusalAsync(() => Statistics.GetUserChangesAsync(Today.AddDays(-7), Today, Cancellation)));
        Assert.Equal((1, 0), await RefusalAsync(() => Statistics.GetUserChangesAsync(Today, Today.AddDays(-1), Cancellation)));
        var late = await Assert.ThrowsAsync<FieldLimitException>(() => Statistics.GetArticleReadingsAsync(Today.AddDays(1), Cancellation));
        Assert.Contains("yesterday in China", late.Message, StringComparison.Ordinal);
        Assert.Empty((await platform.ControlAsync(HttpMethod.Get, "/sim/calls"))!.AsArray());

        async Task<(double, double)> RefusalAsync(Func<Task> call)
        {
            var refusal = await Assert.ThrowsAsync<FieldLimitException>(call);
            return (refusal.Limit, refusal.Actual);
        }
    }

    [Theory]
    [InlineData("2026-1-1", "2026-01-01", 61500)]
    [InlineData("2014-11-30", "2014-11-30", 61501)]
    [InlineData("2020-01-02", "2020-01-01", 61501)]
    [InlineData("2020-01-01", "2020-01-08", 61501)]
    [InlineData("2999-01-01", "2999-01-01", 61501)]
    public async Task SendAsync_DaysThatThePlatformRefuses_IsTheOfficialCode(string first, string last, int code) => await AccountPlatform.RefusedAsync(
        code, () => platform.Account.SendAsync(HttpMethod.Post, "/datacube/getusersummary", new() { ["begin_date"] = first, ["end_date"] = last }, Cancellation));
}
