using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// What happened around the account, by day (数据统计). Days are those of China; the last there can be is yesterday, and the platform has it
/// from about eight in the morning. Takes a verified account.
/// </summary>
public sealed class OfficialAccountStatistics
{
    private const string Page = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/";

    private readonly PlatformCalls _calls;
    private readonly TimeProvider _time;

    internal OfficialAccountStatistics(PlatformCalls calls, TimeProvider time)
    {
        _calls = calls;
        _time = time;
    }

    /// <summary>Tells how many began and ceased to follow, by day and way (获取用户增减数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 7 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getusersummary")]
    public Task<IReadOnlyList<UserChange>> GetUserChangesAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getusersummary", first, last, 7, OfficialAccountStatisticsJson.Default.UserChangeRows, cancellationToken);

    /// <summary>Tells how many follow, by day (获取累计用户数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 7 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getusercumulate")]
    public Task<IReadOnlyList<UserTotal>> GetUserTotalsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getusercumulate", first, last, 7, OfficialAccountStatisticsJson.Default.UserTotalRows, cancellationToken);

    /// <summary>Tells how much each article was read in a day (获取图文群发每日数据). Articles that hardly anybody read are left out.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html</remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The day is not over yet.</exception>
    [Endpoint("POST /datacube/getarticlesummary")]
    public Task<IReadOnlyList<ArticleReading>> GetArticleReadingsAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getarticlesummary", day, day, 1, OfficialAccountStatisticsJson.Default.ArticleReadingRows, cancellationToken);

    /// <summary>Tells how the articles that were sent in a day did in the seven days from then on (获取图文群发总数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html</remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The day is not over yet.</exception>
    [Endpoint("POST /datacube/getarticletotal")]
    public Task<IReadOnlyList<ArticleTotal>> GetArticleTotalsAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getarticletotal", day, day, 1, OfficialAccountStatisticsJson.Default.ArticleTotalRows, cancellationToken);

    /// <summary>Tells how much all articles were read, by day (获取图文统计数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 3 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getuserread")]
    public Task<IReadOnlyList<ArticleReadings>> GetReadingsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getuserread", first, last, 3, OfficialAccountStatisticsJson.Default.ArticleReadingsRows, cancellationToken);

    /// <summary>Tells how much all articles were read in a day, by hour (获取图文统计分时数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html</remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The day is not over yet.</exception>
    [Endpoint("POST /datacube/getuserreadhour")]
    public Task<IReadOnlyList<ArticleReadings>> GetReadingsByHourAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getuserreadhour", day, day, 1, OfficialAccountStatisticsJson.Default.ArticleReadingsRows, cancellationToken);

    /// <summary>Tells how much articles were shared, by day (获取图文分享转发数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 7 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getusershare")]
    public Task<IReadOnlyList<ArticleShares>> GetSharesAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getusershare", first, last, 7, OfficialAccountStatisticsJson.Default.ArticleSharesRows, cancellationToken);

    /// <summary>Tells how much articles were shared in a day, by hour (获取图文分享转发分时数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html</remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The day is not over yet.</exception>
    [Endpoint("POST /datacube/getusersharehour")]
    public Task<IReadOnlyList<ArticleShares>> GetSharesByHourAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getusersharehour", day, day, 1, OfficialAccountStatisticsJson.Default.ArticleSharesRows, cancellationToken);

    /// <summary>Tells how much followers said, by day (获取消息发送概况数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 7 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsg")]
    public Task<IReadOnlyList<MessageCount>> GetMessagesAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsg", first, last, 7, OfficialAccountStatisticsJson.Default.MessageCountRows, cancellationToken);

    /// <summary>Tells how much followers said in a day, by hour (获取消息发送分时数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The day is not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsghour")]
    public Task<IReadOnlyList<MessageCount>> GetMessagesByHourAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsghour", day, day, 1, OfficialAccountStatisticsJson.Default.MessageCountRows, cancellationToken);

    /// <summary>Tells how much followers said, by week (获取消息发送周数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 30 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsgweek")]
    public Task<IReadOnlyList<MessageCount>> GetMessagesByWeekAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsgweek", first, last, 30, OfficialAccountStatisticsJson.Default.MessageCountRows, cancellationToken);

    /// <summary>Tells how much followers said, by month (获取消息发送月数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 30 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsgmonth")]
    public Task<IReadOnlyList<MessageCount>> GetMessagesByMonthAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsgmonth", first, last, 30, OfficialAccountStatisticsJson.Default.MessageCountRows, cancellationToken);

    /// <summary>Tells how many followers said how much, by day (获取消息发送分布数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 15 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsgdist")]
    public Task<IReadOnlyList<MessageDistribution>> GetMessageDistributionAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsgdist", first, last, 15, OfficialAccountStatisticsJson.Default.MessageDistributionRows, cancellationToken);

    /// <summary>Tells how many followers said how much, by week (获取消息发送分布周数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 30 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsgdistweek")]
    public Task<IReadOnlyList<MessageDistribution>> GetMessageDistributionByWeekAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsgdistweek", first, last, 30, OfficialAccountStatisticsJson.Default.MessageDistributionRows, cancellationToken);

    /// <summary>Tells how many followers said how much, by month (获取消息发送分布月数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 30 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getupstreammsgdistmonth")]
    public Task<IReadOnlyList<MessageDistribution>> GetMessageDistributionByMonthAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getupstreammsgdistmonth", first, last, 30, OfficialAccountStatisticsJson.Default.MessageDistributionRows, cancellationToken);

    /// <summary>Tells how the bot's callback did, by day (获取接口分析数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Interface_Analysis_Data_Interface.html</remarks>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day: 30 days together at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The days are too many, in the wrong order, or not over yet.</exception>
    [Endpoint("POST /datacube/getinterfacesummary")]
    public Task<IReadOnlyList<CallbackCount>> GetCallbacksAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getinterfacesummary", first, last, 30, OfficialAccountStatisticsJson.Default.CallbackCountRows, cancellationToken);

    /// <summary>Tells how the bot's callback did in a day, by hour (获取接口分析分时数据).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Analytics/Interface_Analysis_Data_Interface.html</remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The day is not over yet.</exception>
    [Endpoint("POST /datacube/getinterfacesummaryhour")]
    public Task<IReadOnlyList<CallbackCount>> GetCallbacksByHourAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        GetAsync("/datacube/getinterfacesummaryhour", day, day, 1, OfficialAccountStatisticsJson.Default.CallbackCountRows, cancellationToken);

    private async Task<IReadOnlyList<T>> GetAsync<T>(
        string path, DateOnly first, DateOnly last, int maxDays, JsonTypeInfo<RowsWire<T>> rowsType, CancellationToken cancellationToken)
    {
        var yesterday = ChinaTime.DayOf(_time.GetUtcNow()).AddDays(-1);
        if (last > yesterday)
        {
            throw new FieldLimitException(nameof(last), yesterday.DayNumber, last.DayNumber, string.Create(
                CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd} is not over; the last day of a statistic is yesterday in China, {yesterday:yyyy-MM-dd} ({Page})."));
        }
        new LimitCheck("this statistic", Page).Range("days", last.DayNumber - first.DayNumber + 1, 1, maxDays);
        var answer = await _calls.ReadAsync(path, new DaysWire(first, last), OfficialAccountStatisticsJson.Default.DaysWire, rowsType, cancellationToken)
            .ConfigureAwait(false);
        return answer.Rows ?? [];
    }
}
