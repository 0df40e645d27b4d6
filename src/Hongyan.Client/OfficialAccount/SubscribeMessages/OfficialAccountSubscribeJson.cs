using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the answers about subscribe messages are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SubscribeCategoriesAnswer))]
[JsonSerializable(typeof(SubscribeTitlesAnswer))]
[JsonSerializable(typeof(SubscribeKeywordsAnswer))]
[JsonSerializable(typeof(SubscribeTemplatesAnswer))]
[JsonSerializable(typeof(SubscribeTemplateIdAnswer))]
internal sealed partial class OfficialAccountSubscribeJson : JsonSerializerContext;

internal sealed record SubscribeCategoriesAnswer
{
    [JsonPropertyName("data")]
    public IReadOnlyList<SubscribeCategoryWire>? Items { get; init; }
}

internal sealed record SubscribeCategoryWire
{
    [JsonPropertyName("id")]
    public int Id { get; init; }

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";
}

internal sealed record SubscribeTitlesAnswer
{
    [JsonPropertyName("count")]
    public int Count { get; init; }

    [JsonPropertyName("data")]
    public IReadOnlyList<SubscribeTitleWire>? Items { get; init; }
}

internal sealed record SubscribeTitleWire
{
    [JsonPropertyName("tid")]
    public long Id { get; init; }

    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("type")]
    public int Type { get; init; }

    [JsonPropertyName("categoryId")]
    public int CategoryId { get; init; }
}

internal sealed record SubscribeKeywordsAnswer
{
    [JsonPropertyName("data")]
    public IReadOnlyList<SubscribeKeywordWire>? Items { get; init; }
}

internal sealed record SubscribeKeywordWire
{
    [JsonPropertyName("kid")]
    public int Id { get; init; }

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    [JsonPropertyName("example")]
    public string Example { get; init; } = "";

    [JsonPropertyName("rule")]
    public string Rule { get; init; } = "";
}

internal sealed record SubscribeTemplatesAnswer
{
    [JsonPropertyName("data")]
    public IReadOnlyList<SubscribeTemplateWire>? Items { get; init; }
}

internal sealed record SubscribeTemplateWire
{
    [JsonPropertyName("priTmplId")]
    public string Id { get; init; } = "";

    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("content")]
    public string Content { get; init; } = "";

    [JsonPropertyName("example")]
    public string? Example { get; init; }
}

internal sealed record SubscribeTemplateIdAnswer
{
    [JsonPropertyName("priTmplId")]
    public required string Id { get; init; }
}
