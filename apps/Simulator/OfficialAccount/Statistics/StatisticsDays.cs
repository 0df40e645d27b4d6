using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The days that a statistic is asked for, those of China.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, yesterday at most.</param>
internal sealed record StatisticsDays(DateOnly First, DateOnly Last)
{
    // What was before is not kept.
    private static readonly DateOnly Beginning = new(2014, 12, 1);

    private static readonly ApiError Format = new(61500, "date format error");
    private static readonly ApiError Range = new(61501, "date range error");

    /// <summary>All days.</summary>
    public IEnumerable<DateOnly> All => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

    /// <summary>Reads begin_date and end_date.</summary>
    public static (StatisticsDays? Days, ApiError? Error) Read(ApiRequest request, int maxDays, SimulatedClock clock)
    {
        if (!TryRead(request.Body.Text("begin_date"), out var first) || !TryRead(request.Body.Text("end_date"), out var last))
            return (null, Format);
        var yesterday = ChinaTime.DayOf(clock.Now).AddDays(-1);
        return first < Beginning || last < first || last > yesterday || last.DayNumber - first.DayNumber >= maxDays
            ? (null, Range)
            : (new(first, last), null);
    }

    /// <summary>Whether a moment is in one of the days.</summary>
    public bool Contains(DateTimeOffset at) => ChinaTime.DayOf(at) is var day && day >= First && day <= Last;

    /// <summary>ref_hour of a moment: 0, 100, … 2300.</summary>
    public static int HourOf(DateTimeOffset at) => ChinaTime.Of(at).Hour * 100;

    /// <summary>A day as the platform writes it.</summary>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryRead(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
