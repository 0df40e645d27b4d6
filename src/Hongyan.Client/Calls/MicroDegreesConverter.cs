using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.Calls;

/// <summary>Degrees that the platform writes as whole millionths.</summary>
internal sealed class MicroDegreesConverter : JsonConverter<double>
{
    private const double PerDegree = 1_000_000;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnixTimeConverter.ReadSeconds(ref reader) / PerDegree;

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)Math.Round(value * PerDegree));
}
