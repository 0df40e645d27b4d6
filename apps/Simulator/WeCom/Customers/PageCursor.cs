using System.Globalization;

namespace Hongyan.Simulator.WeCom;

/// <summary>The cursor of a list that pages: opaque to the caller, here the place of the next item.</summary>
internal static class PageCursor
{
    private const string Start = "HYc";

    /// <summary>The place a cursor stands for; none is the beginning. False when it is none of these.</summary>
    public static bool TryRead(string? cursor, out int place)
    {
        place = 0;
        return string.IsNullOrEmpty(cursor)
            || (cursor.StartsWith(Start, StringComparison.Ordinal)
                && int.TryParse(cursor.AsSpan(Start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out place));
    }

    /// <summary>The cursor behind a page; empty at the end.</summary>
    public static string Next(int place, int count, int total) =>
        place + count >= total ? "" : Start + (place + count).ToString(CultureInfo.InvariantCulture);
}
