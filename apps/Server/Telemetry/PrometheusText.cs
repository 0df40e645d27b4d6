using System.Globalization;
using System.Text;

namespace Hongyan.Server.Telemetry;

/// <summary>The text format of Prometheus, version 0.0.4.</summary>
/// <remarks>Source: prometheus.io/docs/instrumenting/exposition_formats.</remarks>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<CollectedInstrument> instruments)
    {
        var text = new StringBuilder();
        // Two meters may have an instrument of the same name; a name is described once.
        foreach (var family in instruments.GroupBy(NameOf).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            if (!family.Any(instrument => instrument.Series.Any()))
                continue;
            var first = family.First();
            text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Key} {Escape(first.Instrument.Description ?? "", isLabel: false)}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Key} {(first.Boundaries is not null ? "histogram" : first.IsCounter ? "counter" : "gauge")}\n");
            foreach (var instrument in family)
            {
                foreach (var (tags, series) in instrument.Series.OrderBy(pair => Labels(pair.Key), StringComparer.Ordinal))
                    Write(text, family.Key, instrument.Boundaries, Labels(tags), series);
            }
        }
        return text.ToString();
    }

    /// <summary>hongyan.callback.duration in s becomes hongyan_callback_duration_seconds.</summary>
    private static string NameOf(CollectedInstrument instrument)
    {
        var unit = instrument.Instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = Clean(instrument.Instrument.Name);
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        return instrument.IsCounter ? name + "_total" : name;
    }

    private static void Write(StringBuilder text, string name, double[]? boundaries, string labels, MetricSeries series)
    {
        var (sum, count, counts) = series.Read();
        if (boundaries is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{InBraces(labels)} {sum}\n");
            return;
        }
        var separator = labels.Length == 0 ? "" : ",";
        var below = 0L;
        for (var i = 0; i < boundaries.Length; i++)
        {
            below += counts[i];
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{separator}le=\"{boundaries[i]}\"}} {below}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{separator}le=\"+Inf\"}} {count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{InBraces(labels)} {sum}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_count{InBraces(labels)} {count}\n");
    }

    private static string Labels(KeyValuePair<string, object?>[] tags) => string.Join(',', tags.Select(tag =>
        $"{Clean(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "", isLabel: true)}\""));

    private static string InBraces(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Clean(string name) => string.Create(name.Length, name, static (cleaned, name) =>
    {
        for (var i = 0; i < name.Length; i++)
            cleaned[i] = char.IsAsciiLetterOrDigit(name[i]) ? name[i] : '_';
    });

    private static string Escape(string text, bool isLabel)
    {
        text = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return isLabel ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text;
    }
}
