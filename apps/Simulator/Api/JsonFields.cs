using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.Api;

/// <summary>Reads the fields of a body. A missing or null field is null; one of another type is a <see cref="JsonException"/>, which the gate answers as the platform does.</summary>
internal static class JsonFields
{
    /// <summary>A text; a number counts as its digits.</summary>
    public static string? Text(this JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => throw Wrong(name),
    };

    /// <summary>A whole number; its digits as text count too.</summary>
    public static long? Number(this JsonObject body, string name) =>
        body.Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(name);

    /// <summary>A list of texts.</summary>
    public static IReadOnlyList<string>? Texts(this JsonObject body, string name) =>
        body.List(name)?.Select(item => item switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
            _ => throw Wrong(name),
        }).ToList();

    /// <summary>A list of whole numbers; their digits as text count too.</summary>
    public static IReadOnlyList<long>? Numbers(this JsonObject body, string name) =>
        body.Texts(name)?.Select(text =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name)).ToList();

    /// <summary>An object.</summary>
    public static JsonObject? Object(this JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw Wrong(name),
    };

    /// <summary>A list of objects.</summary>
    public static IReadOnlyList<JsonObject>? Objects(this JsonObject body, string name) =>
        body.List(name)?.Select(item => item as JsonObject ?? throw Wrong(name)).ToList();

    private static JsonArray? List(this JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonArray list => list,
        _ => throw Wrong(name),
    };

    private static JsonException Wrong(string name) => new($"{name} has another type.", name, null, null);
}
