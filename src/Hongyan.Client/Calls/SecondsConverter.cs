using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.Calls;

/// <summary>A span of time, or a time of day, in seconds.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override bool HandleNull => true;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromSeconds(UnixTimeConverter.ReadSeconds(ref reader));

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)value.TotalSeconds);
}
