using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// Check-ins of members (打卡), for reading. The application must be in 打卡 → API → 可调用接口的应用; else 48002. More than 100 members
/// take several calls; the platform allows 600 a minute for check-ins and 100 for reports.
/// </summary>
public sealed class WeComCheckIns
{
    private const int UsersPerCall = 100;
    private const string Pages = "developer.work.weixin.qq.com/document/path/";
    private const int LongestRecords = 30;
    private const int LongestReports = 31;

    private readonly PlatformCalls _calls;

    internal WeComCheckIns(PlatformCalls calls) => _calls = calls;

    private static WeComCheckInsJson Json => WeComCheckInsJson.Default;

    /// <summary>Lists check-ins (获取打卡记录数据).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90262.</remarks>
    /// <param name="query">Whose, and of when.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The span is longer than 30 days, ends before it begins, or nobody is named.</exception>
    [Endpoint("POST /cgi-bin/checkin/getcheckindata")]
    public async Task<IReadOnlyList<CheckIn>> ListAsync(CheckInQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var check = new LimitCheck("a list of check-ins", Pages + "90262");
        check.Range("CheckInQuery.To - From, in days,", (query.To - query.From).TotalDays, 0, LongestRecords);
        check.Count("CheckInQuery.UserIds", query.UserIds.Count, 1, int.MaxValue);

        var checkIns = new List<CheckIn>();
        foreach (var users in query.UserIds.Chunk(UsersPerCall))
        {
            var body = new CheckInBody(query.Kind, query.From.ToUnixTimeSeconds(), query.To.ToUnixTimeSeconds(), users);
            var answer = await _calls.ReadAsync("/cgi-bin/checkin/getcheckindata", body, Json.CheckInBody, Json.CheckInAnswer, cancellationToken)
                .ConfigureAwait(false);
            checkIns.AddRange(answer.CheckIns ?? []);
        }
        return checkIns;
    }

    /// <summary>Reads the rules that hold for members on one day (获取员工打卡规则).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90263.</remarks>
    /// <param name="day">The day, in China.</param>
    /// <param name="userIds">The members.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">Nobody is named.</exception>
    [Endpoint("POST /cgi-bin/checkin/getcheckinoption")]
    public async Task<IReadOnlyList<CheckInOption>> GetOptionsAsync(
        DateOnly day, IReadOnlyList<string> userIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        new LimitCheck("a list of rules", Pages + "90263").Count("userIds", userIds.Count, 1, int.MaxValue);

        var options = new List<CheckInOption>();
        foreach (var users in userIds.Chunk(UsersPerCall))
        {
            var answer = await _calls.ReadAsync(
                "/cgi-bin/checkin/getcheckinoption", new CheckInOptionBody(Midnight(day), users), Json.CheckInOptionBody, Json.CheckInOptionAnswer,
                cancellationToken).ConfigureAwait(false);
            options.AddRange(answer.Options ?? []);
        }
        return options;
    }

    /// <summary>Sums up each member's days, one report for each (获取打卡日报数据).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/93374.</remarks>
    /// <param name="from">The first day, in China.</param>
    /// <param name="to">The last day.</param>
    /// <param name="userIds">The members.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">More than a month, an end before the beginning, or nobody is named.</exception>
    [Endpoint("POST /cgi-bin/checkin/getcheckin_daydata")]
    public Task<IReadOnlyList<AttendanceReport>> GetDailyReportsAsync(
        DateOnly from, DateOnly to, IReadOnlyList<string> userIds, CancellationToken cancellationToken = default) =>
        GetReportsAsync("/cgi-bin/checkin/getcheckin_daydata", "93374", from, to, userIds, cancellationToken);

    /// <summary>Sums up each member's days in one report (获取打卡月报数据).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/93387.</remarks>
    /// <param name="from">The first day, in China.</param>
    /// <param name="to">The last day.</param>
    /// <param name="userIds">The members.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">More than a month, an end before the beginning, or nobody is named.</exception>
    [Endpoint("POST /cgi-bin/checkin/getcheckin_monthdata")]
    public Task<IReadOnlyList<AttendanceReport>> GetMonthlyReportsAsync(
        DateOnly from, DateOnly to, IReadOnlyList<string> userIds, CancellationToken cancellationToken = default) =>
        GetReportsAsync("/cgi-bin/checkin/getcheckin_monthdata", "93387", from, to, userIds, cancellationToken);

    private async Task<IReadOnlyList<AttendanceReport>> GetReportsAsync(
        string path, string page, DateOnly from, DateOnly to, IReadOnlyList<string> userIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        var check = new LimitCheck("a report", Pages + page);
        check.Range("to - from, in days,", to.DayNumber - from.DayNumber, 0, LongestReports);
        check.Count("userIds", userIds.Count, 1, int.MaxValue);

        var reports = new List<AttendanceReport>();
        foreach (var users in userIds.Chunk(UsersPerCall))
        {
            var body = new AttendanceBody(Midnight(from), Midnight(to), users);
            var answer = await _calls.ReadAsync(path, body, Json.AttendanceBody, Json.AttendanceAnswer, cancellationToken).ConfigureAwait(false);
            reports.AddRange(answer.Reports ?? []);
        }
        return reports;
    }

    private static long Midnight(DateOnly day) => ChinaTime.Midnight(day).ToUnixTimeSeconds();
}
