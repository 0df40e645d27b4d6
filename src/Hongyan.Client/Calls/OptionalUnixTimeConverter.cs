using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.Calls;

/// <summary>A time that may be missing, for which the platforms write 0.</summary>
internal sealed class OptionalUnixTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnixTimeConverter.ReadSeconds(ref reader) is not 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value?.ToUnixTimeSeconds() ?? 0);
}
