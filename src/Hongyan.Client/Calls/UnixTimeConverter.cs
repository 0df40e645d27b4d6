using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.Calls;

/// <summary>A time as the platforms write it: seconds since 1970, now and then as text. Nothing becomes 1970 itself.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    public override bool HandleNull => true;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeSeconds(ReadSeconds(ref reader));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());

    internal static long ReadSeconds(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetInt64(),
        JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) => seconds,
        JsonTokenType.Null => 0,
        _ => throw new JsonException("A time is not in seconds."),
    };
}
