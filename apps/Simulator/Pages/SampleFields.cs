using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>The fields of a form: made from the sample of a message or event, read back into one.</summary>
internal static class SampleFields
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    // A person chooses a file; the identifiers come from that.
    private static readonly string[] OfFiles = ["mediaId", "thumbMediaId", "format", "mediaIds", "picMd5Sums"];

    /// <summary>The fields of an event that a person fills in.</summary>
    public static IEnumerable<FormField> Of(EventKind kind) => Of(SampleOverlay.Fields(kind.Sample()), "event");

    /// <summary>The fields of a message that a person fills in.</summary>
    public static IEnumerable<FormField> Of(MessageKind kind) =>
        Of(SampleOverlay.Fields(kind.Sample()), "type").Where(field => !TakesFile(kind) || field.Name == "recognition");

    /// <summary>Whether the message is a file.</summary>
    public static bool TakesFile(MessageKind kind) => kind.Name is "image" or "voice" or "video" or "shortvideo";

    /// <summary>What kind of file it is.</summary>
    public static MediaKind FileOf(MessageKind kind) => kind.Name switch
    {
        "image" => MediaKind.Image,
        "voice" => MediaKind.Voice,
        _ => MediaKind.Video,
    };

    /// <summary>Reads a posted form; on failure names the field that is no number.</summary>
    public static bool TryRead(EventKind kind, IFormCollection form, out MemberEvent given, out string wrong) =>
        TryRead(Of(kind), "event", kind.Name, form, out given!, out wrong);

    /// <summary>Reads a posted form; on failure names the field that is no number.</summary>
    public static bool TryRead(MessageKind kind, IFormCollection form, out MemberMessage given, out string wrong) =>
        TryRead(Of(kind), "type", kind.Name, form, out given!, out wrong);

    private static IEnumerable<FormField> Of(JsonObject sample, string discriminator) =>
        sample.Where(field => field.Key != discriminator && !OfFiles.Contains(field.Key)).Select(field => field.Value switch
        {
            JsonArray { Count: > 0 } items when items[0] is JsonObject => new FormField(field.Key, FormFieldType.Choices, ShowChoices(items)),
            JsonArray items => new FormField(field.Key, FormFieldType.Lines, string.Join('\n', items.Select(item => item!.ToString()))),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => new FormField(field.Key, NumberType(field.Key), value.ToJsonString()),
            var text => new FormField(field.Key, FormFieldType.Text, text?.ToString() ?? ""),
        });

    private static bool TryRead<T>(IEnumerable<FormField> fields, string discriminator, string name, IFormCollection form, out T? given, out string wrong)
    {
        given = default;
        wrong = "";
        var values = new JsonObject { [discriminator] = name };
        foreach (var field in fields)
        {
            var text = form[field.Name].ToString().ReplaceLineEndings("\n").Trim();
            if (Read(field, text) is not { } value)
            {
                wrong = field.Name;
                return false;
            }
            values[field.Name] = value;
        }
        given = values.Deserialize<T>(Options);
        return true;
    }

    private static FormFieldType NumberType(string name) => name is "scale" or "errCode" ? FormFieldType.WholeNumber : FormFieldType.Number;

    private static JsonNode? Read(FormField field, string text) => field.Type switch
    {
        FormFieldType.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        FormFieldType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        FormFieldType.Lines => new JsonArray([.. LinesOf(text).Select(line => (JsonNode)line)]),
        FormFieldType.Choices => new JsonArray([.. LinesOf(text).Select(ReadChoice)]),
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
