using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>The rule of a conditional menu: numbers as text, and what is not named empty or missing. Fields that no longer count are passed over.</summary>
internal sealed class MenuRuleConverter : JsonConverter<MenuRule>
{
    private const string Tag = "tag_id";
    private const string Device = "client_platform_type";

    public override MenuRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new MenuRule { TagId = Number(document.RootElement, Tag), Device = (FollowerDevice?)Number(document.RootElement, Device) };
    }

    public override void Write(Utf8JsonWriter writer, MenuRule value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.TagId is { } tag)
            writer.WriteString(Tag, tag.ToString(CultureInfo.InvariantCulture));
        if (value.Device is { } device)
            writer.WriteString(Device, ((int)device).ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static int? Number(JsonElement rule, string name) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var value)
            && int.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
