using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hongyan.Simulator.Plaintext;

/// <summary>Lays what a caller gave over the sample of its kind, so that anything may be left out.</summary>
internal static class SampleOverlay
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The sample with the caller's values; fields that the kind does not have are named and left out.</summary>
    public static T Complete<T>(T sample, T given, out IReadOnlyList<string> foreignFields)
    {
        var merged = Fields(sample);
        var foreign = new List<string>();
        foreach (var (name, value) in Fields(given))
        {
            if (merged.ContainsKey(name))
                merged[name] = value?.DeepClone();
            else
                foreign.Add(name);
        }
        foreignFields = foreign;
        return merged.Deserialize<T>(Options)!;
    }

    /// <summary>Every string in a record, however deep, with the name of the field it is in; null for a hole in a list.</summary>
    public static IEnumerable<(string Field, string? Text)> Texts<T>(T record) =>
        Fields(record).SelectMany(field => TextsIn(field.Value).Select(text => (field.Key, text)));

    /// <summary>A record's fields by their JSON names, without those that are null.</summary>
    public static JsonObject Fields<T>(T record) => JsonSerializer.SerializeToNode(record, Options)!.AsObject();

    private static IEnumerable<string?> TextsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => TextsIn(field.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        null => [null],
        _ => [],
    };
}
