using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Push.Alerts;

/// <summary>
/// Reads what Alertmanager's webhook sends (version 4): https://prometheus.io/docs/alerting/latest/configuration/#webhook_config. Grafana's
/// webhook has the same fields. What is unknown is passed over; what is missing is empty.
/// </summary>
internal sealed class AlertReader(IStringLocalizer<PushTexts> texts)
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 32, AllowTrailingCommas = true };

    /// <exception cref="PushException">It is no JSON, or has no alerts.</exception>
    public AlertGroup Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Lenient);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("alerts", out var alerts) || alerts.ValueKind != JsonValueKind.Array || alerts.GetArrayLength() == 0)
                throw Bad("alerts", texts["NoAlerts"]);
            return new AlertGroup(
                [.. alerts.EnumerateArray().Where(alert => alert.ValueKind == JsonValueKind.Object).Select(ReadAlert)],
                root.TryGetProperty("truncatedAlerts", out var truncated) && truncated.ValueKind == JsonValueKind.Number && truncated.TryGetInt32(out var left) && left > 0 ? left : 0,
                LabelsOf(root), AddressOf(root));
        }
        catch (JsonException failure)
        {
            throw Bad("body", texts["NotJson", failure.LineNumber + 1 ?? 1, failure.BytePositionInLine + 1 ?? 1]);
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character.
            throw Bad("body", texts["NotAText", "body"]);
        }
    }

    private static Alert ReadAlert(JsonElement alert)
    {
        var labels = Find(alert, "labels");
        var annotations = Find(alert, "annotations");
        var summary = TextOf(annotations, "summary");
        return new Alert(
            TextOf(alert, "status").Equals("resolved", StringComparison.OrdinalIgnoreCase),
            TextOf(labels, "alertname"), TextOf(labels, "severity").Trim().ToLowerInvariant(), TextOf(labels, "instance"),
            summary.Length > 0 ? summary : TextOf(annotations, "description"),
            TimeOf(alert, "startsAt"), TimeOf(alert, "endsAt"));
    }

    private static string LabelsOf(JsonElement root)
    {
        var labels = Find(root, "groupLabels");
        return labels.ValueKind != JsonValueKind.Object ? "" : string.Join(' ', labels.EnumerateObject()
            .Where(label => label.Name != "alertname" && label.Value.ValueKind == JsonValueKind.String)
            .Select(label => $"{label.Name}={label.Value.GetString()}"));
    }

    /// <summary>It becomes a link, so nothing else will do.</summary>
    private static string AddressOf(JsonElement root)
    {
        var text = TextOf(root, "externalURL");
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !text.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or '<')
            ? text
            : "";
    }

    private static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string TextOf(JsonElement parent, string name) => Find(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>The year 1 is Go's way to say never.</summary>
    private static DateTimeOffset? TimeOf(JsonElement parent, string name) =>
        DateTimeOffset.TryParse(TextOf(parent, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1 ? time : null;

    private static PushException Bad(string field, string detail) => new(new PushProblem(StatusCodes.Status400BadRequest, "bad_request", detail) { Field = field });
}
