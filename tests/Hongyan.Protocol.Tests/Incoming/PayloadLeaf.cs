using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Hongyan.Tests.Incoming;

/// <summary>A value of a payload that holds no others, as the framework's readers find it.</summary>
internal sealed record PayloadLeaf(string Path, string Text)
{
    /// <summary>What the record's own type says already, and what a payload of the corpus calls by a name that no platform uses.</summary>
    private static readonly string[] NotHeld = ["eventtype", "msgtype", "Unheard"];

    /// <summary>Leaves that say what others say: a custom field has a text or a page, whatever its number.</summary>
    private static readonly string[] Implied = ["ExtAttr/Item/Type"];

    /// <summary>Whether a record holds it: in a property however deep, or by <see cref="Hongyan.Incoming.Field"/> where it is at the top.</summary>
    public bool IsIn(Hongyan.Incoming incoming)
    {
        var names = Path.Split('/');
        if (names.Length == 1 ? incoming.Field(names[0]) is not null : incoming is UnknownMessage or UnknownEvent)
            return true;
        if (Text.Length == 0 || names.Intersect(NotHeld).Any() || Implied.Contains(Path))
            return true;
        // A time of 0 is the platform's way to say that it has not come.
        if (Text == "0" && names[^1].EndsWith("time", StringComparison.OrdinalIgnoreCase))
            return true;
        var held = Values(incoming).ToHashSet(StringComparer.Ordinal);
        return held.Contains(Normalized(Text)) || Text.Split(',', '|').All(part => held.Contains(Normalized(part)));
    }

    public static List<PayloadLeaf> ListAll(ReadOnlySpan<byte> payload)
    {
        var document = Encoding.UTF8.GetString(payload);
        if (!IsJson(document))
            return [.. Of(XDocument.Parse(document).Root!, "")];
        using var json = JsonDocument.Parse(document);
        return [.. Of(json.RootElement, "")];
    }

    /// <summary>The names at the top, whatever stands under them; in JSON those that are not null.</summary>
    public static List<string> ListTopLevelNames(ReadOnlySpan<byte> payload)
    {
        var document = Encoding.UTF8.GetString(payload);
        if (!IsJson(document))
            return [.. XDocument.Parse(document).Root!.Elements().Select(element => element.Name.LocalName)];
        using var json = JsonDocument.Parse(document);
        return [.. json.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name)];
    }

    private static bool IsJson(string document) => document.TrimStart().StartsWith('{');

    private static IEnumerable<PayloadLeaf> Of(XElement element, string path) =>
        element.Elements().SelectMany(child => child.HasElements ? Of(child, path + child.Name.LocalName + "/") : [new PayloadLeaf(path + child.Name.LocalName, child.Value)]);

    private static IEnumerable<PayloadLeaf> Of(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Of(member.Value, path.Length == 0 ? member.Name : $"{path}/{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Of(item, path)),
        JsonValueKind.Null => [],
        JsonValueKind.String => [new PayloadLeaf(path, value.GetString()!)],
        _ => [new PayloadLeaf(path, value.GetRawText())],
    };

    private static IEnumerable<string> Values(object? value) => value switch
    {
        null or ReadOnlyMemory<byte> => [],
        bool flag => flag ? ["1", "true"] : ["0", "false"],
        string text => [Normalized(text)],
        DateTimeOffset time => [time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)],
        Uri address => [address.OriginalString],
        Enum number => [Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)],
        IFormattable number => [Normalized(number.ToString(null, CultureInfo.InvariantCulture))],
        IEnumerable items => items.Cast<object?>().SelectMany(Values),
        _ => value.GetType().GetProperties().SelectMany(property => Values(property.GetValue(value))),
    };

    /// <summary>Numbers by what they are worth, so that 23.10 is 23.1.</summary>
    private static string Normalized(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && text.Length < 15
            ? number.ToString(CultureInfo.InvariantCulture)
            : text.Trim().ReplaceLineEndings("\n");
}
