using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Push.Alerts;

/// <summary>
/// Makes one message of a group of alerts: how many of what, then the worst that are still on, then those that are over, as many as the
/// platform's bytes take, and how many more there are.
/// </summary>
internal sealed class AlertDigest(IStringLocalizer<PushTexts> texts, TimeZoneInfo timeZone)
{
    private const int MostHeadBytes = 480;
    private const int MostLineBytes = 360;
    private const int MostUrlBytes = 256;

    /// <summary>Writes the message.</summary>
    /// <param name="group">The alerts.</param>
    /// <param name="asMarkdown">Whether it may be coloured.</param>
    /// <param name="maxBytes">Bytes of UTF-8 that the platform takes; at least 2048.</param>
    public string Write(AlertGroup group, bool asMarkdown, int maxBytes)
    {
        var sorted = group.Alerts.OrderBy(alert => alert.IsResolved).ThenBy(alert => alert.Rank).ThenBy(alert => alert.StartsAt ?? DateTimeOffset.MaxValue).ToList();
        var head = Utf8Limit.Cut(HeadOf(group, asMarkdown), MostHeadBytes);
        var foot = Encoding.UTF8.GetByteCount(group.Url) is > 0 and <= MostUrlBytes ? $"\n{(asMarkdown ? $"[Alertmanager]({group.Url})" : group.Url)}" : "";
        var message = new StringBuilder(head);
        var room = maxBytes - Encoding.UTF8.GetByteCount(head) - Encoding.UTF8.GetByteCount(foot);
        var shown = 0;
        foreach (var alert in sorted)
        {
            var line = $"\n{LineOf(alert, asMarkdown)}";
            var bytes = Encoding.UTF8.GetByteCount(line);
            // Unless this is the last of all, there must be room left to say how many more there are.
            var left = sorted.Count - shown - 1 + group.Truncated;
            if (bytes + (left == 0 ? 0 : BytesOfMore(left)) > room)
                break;
            message.Append(line);
            room -= bytes;
            shown++;
        }
        var more = sorted.Count - shown + group.Truncated;
        if (more > 0)
            message.Append(MoreOf(more));
        return message.Append(foot).ToString();
    }

    private string HeadOf(AlertGroup group, bool asMarkdown)
    {
        var firing = group.Alerts.Where(alert => !alert.IsResolved).ToList();
        var resolved = group.Alerts.Count - firing.Count;
        var title = firing.Count == 0 ? texts["HeadResolved", resolved].Value
            : resolved == 0 ? texts["HeadFiring", firing.Count].Value
            : texts["HeadBoth", firing.Count, resolved].Value;
        var parts = firing.Where(alert => alert.Severity.Length > 0).GroupBy(alert => (alert.Rank, alert.Severity)).OrderBy(severity => severity.Key)
            .Select(severity => $"{OneLine(severity.Key.Severity)} {severity.Count().ToString(CultureInfo.InvariantCulture)}").ToList();
        if (group.Labels.Length > 0)
            parts.Add(OneLine(group.Labels));
        if (asMarkdown)
            title = $"<font color=\"{(firing.Count == 0 ? "info" : "warning")}\">**{title}**</font>";
        // The tag must not be cut apart, what follows may be.
        return parts.Count == 0 ? title : $"{title} {Utf8Limit.Cut(string.Join(" · ", parts), MostHeadBytes - Encoding.UTF8.GetByteCount(title) - 1)}";
    }

    private string LineOf(Alert alert, bool asMarkdown)
    {
        var mark = alert.IsResolved ? texts["Resolved"].Value : alert.Severity.Length > 0 ? OneLine(alert.Severity) : texts["Firing"].Value;
        var what = string.Join(" · ", new[] { alert.Name, alert.Instance }.Where(part => part.Length > 0).Select(OneLine));
        var line = new StringBuilder().Append('[').Append(mark).Append("] ").Append(what.Length > 0 ? what : texts["Nameless"].Value);
        if (alert.Summary.Length > 0)
            line.Append(texts["Colon"].Value).Append(OneLine(alert.Summary));
        var when = WhenOf(alert);
        var text = Utf8Limit.Cut(line.ToString(), MostLineBytes - Encoding.UTF8.GetByteCount(when)) + when;
        return asMarkdown ? $"> {text}" : text;
    }

    private string WhenOf(Alert alert)
    {
        if (alert.StartsAt is not { } start)
            return "";
        if (alert is { IsResolved: true, EndsAt: { } end } && end >= start)
            return texts["Lasted", DurationOf(end - start)];
        return alert.IsResolved ? "" : texts["Since", TimeZoneInfo.ConvertTime(start, timeZone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)];
    }

    private string DurationOf(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => texts["Seconds", (int)time.TotalSeconds],
        { TotalHours: < 2 } => texts["Minutes", (int)time.TotalMinutes],
        { TotalDays: < 2 } => texts["Hours", (int)time.TotalHours],
        _ => texts["Days", (int)time.TotalDays],
    };

    private string MoreOf(int more) => $"\n{texts["More", more]}";

    private int BytesOfMore(int more) => Encoding.UTF8.GetByteCount(MoreOf(more));

    /// <summary>One line, and nothing that the platform takes for a colour, a link or a mention: labels are written by whoever made the alert.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('<', '＜').Replace("](", "] (", StringComparison.Ordinal);
}
