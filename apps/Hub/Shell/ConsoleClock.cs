using System.Globalization;

namespace Hongyan.Hub.Shell;

/// <summary>Times as people of this company read them: in the configured <c>TimeZone</c>.</summary>
public sealed class ConsoleClock(TimeZoneInfo zone, TimeProvider time)
{
    private const string FieldFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The zone's own name, for the head of a column.</summary>
    public string Zone => zone.Id;

    /// <summary>Day and second.</summary>
    public string Show(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The same for the <c>datetime</c> of a <c>time</c> element.</summary>
    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in whole minutes.</summary>
    public int MinutesSince(DateTimeOffset moment) => (int)Math.Clamp((time.GetUtcNow() - moment).TotalMinutes, 0, int.MaxValue);

    /// <summary>Reads what a <c>datetime-local</c> field sends; null where it is no time that a message can have.</summary>
    public DateTimeOffset? Read(string? field)
    {
        if (!DateTime.TryParseExact(field, [FieldFormat, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        return local.Year is < 1970 or > 9998 ? null : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>As a <c>datetime-local</c> field wants it.</summary>
    public string Field(DateTimeOffset moment) => Local(moment).ToString(FieldFormat, CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);
}
