using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan.Testing;

/// <summary>The clock is moved: <c>* wait 1h30m</c>.</summary>
internal sealed partial record TranscriptWait(int Line, TimeSpan Time) : TranscriptStep(Line)
{
    /// <summary>Reads <c>1d2h3m4s</c> or a part of it; null where it is none, or no time at all.</summary>
    public static TimeSpan? ParseTime(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;
        var time = new TimeSpan(Number(match, "d"), Number(match, "h"), Number(match, "m"), Number(match, "s"));
        return time > TimeSpan.Zero ? time : null;
    }

    /// <summary>Writes a time as <see cref="ParseTime"/> reads it; parts of a second are lost.</summary>
    public static string Format(TimeSpan time)
    {
        var text = new StringBuilder();
        Append(time.Days, 'd');
        Append(time.Hours, 'h');
        Append(time.Minutes, 'm');
        Append(time.Seconds, 's');
        return text.ToString();

        void Append(int number, char unit)
        {
            if (number > 0)
                text.Append(CultureInfo.InvariantCulture, $"{number}{unit}");
        }
    }

    private static int Number(Match match, string unit) =>
        match.Groups[unit].Success ? int.Parse(match.Groups[unit].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?:(?<d>[0-9]{1,4})d)?(?:(?<h>[0-9]{1,4})h)?(?:(?<m>[0-9]{1,4})m)?(?:(?<s>[0-9]{1,4})s)?$")]
    private static partial Regex Pattern();
}
