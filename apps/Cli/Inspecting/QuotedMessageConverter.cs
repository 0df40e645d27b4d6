using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hongyan.Cli.Inspecting;

/// <summary>Writes a message inside another one, such as a quoted one, with the name of its record and all that it says.</summary>
internal sealed class QuotedMessageConverter : JsonConverter<IncomingMessage>
{
    public override IncomingMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, IncomingMessage value, JsonSerializerOptions options)
    {
        var written = new JsonObject { ["Type"] = value.GetType().Name };
        foreach (var (name, field) in JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject())
            written[name] = field?.DeepClone();
        written.WriteTo(writer, options);
    }
}
