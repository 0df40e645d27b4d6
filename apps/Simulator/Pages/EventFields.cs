using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>The fields of an event's form: made from the event's sample, read back into the event.</summary>
internal static class EventFields
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The fields that a person fills in.</summary>
    public static IEnumerable<EventField> Of(EventKind kind) =>
        SampleOverlay.Fields(kind.Sample()).Where(field => field.Key != "event").Select(field => field.Value switch
        {
            JsonArray { Count: > 0 } items when items[0] is JsonObject => new EventField(field.Key, EventFieldType.Choices, ShowChoices(items)),
            JsonArray items => new EventField(field.Key, EventFieldType.Lines, string.Join('\n', items.Select(item => item!.ToString()))),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => new EventField(field.Key, NumberType(field.Key), value.ToJsonString()),
            var text => new EventField(field.Key, EventFieldType.Text, text?.ToString() ?? ""),
        });

    /// <summary>Reads a posted form; on failure names the field that is no number.</summary>
    public static bool TryRead(string name, IFormCollection form, out MemberEvent given, out string wrong)
    {
        given = new MemberEvent { Event = name };
        wrong = "";
        if (EventKind.Find(name) is not { } kind)
            return true;

        var fields = new JsonObject { ["event"] = name };
        foreach (var field in Of(kind))
        {
            var text = form[field.Name].ToString().ReplaceLineEndings("\n").Trim();
            if (Read(field, text) is not { } value)
            {
                wrong = field.Name;
                return false;
            }
            fields[field.Name] = value;
        }
        given = fields.Deserialize<MemberEvent>(Options)!;
        return true;
    }

    private static EventFieldType NumberType(string name) => name is "scale" or "errCode" ? EventFieldType.WholeNumber : EventFieldType.Number;

    private static JsonNode? Read(EventField field, string text) => field.Type switch
    {
        EventFieldType.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        EventFieldType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        EventFieldType.Lines => new JsonArray([.. LinesOf(text).Select(line => (JsonNode)line)]),
        EventFieldType.Choices => new JsonArray([.. LinesOf(text).Select(ReadChoice)]),
        _ => text,
    };

    // One question per line: key=option,option
    private static JsonObject ReadChoice(string line)
    {
        var parts = line.Split('=', 2);
        var options = parts.Length == 1 ? [] : parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new() { ["questionKey"] = parts[0].Trim(), ["optionIds"] = new JsonArray([.. options.Select(option => (JsonNode)option)]) };
    }

    private static string ShowChoices(JsonArray items) => string.Join('\n', items.Select(item =>
        $"{item!["questionKey"]}={string.Join(',', item["optionIds"]!.AsArray().Select(option => option!.ToString()))}"));

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
