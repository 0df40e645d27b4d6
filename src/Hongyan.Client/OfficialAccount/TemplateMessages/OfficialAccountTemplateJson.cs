using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the answers about templates are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(IndustriesAnswer))]
[JsonSerializable(typeof(TemplateIdAnswer))]
[JsonSerializable(typeof(TemplateListAnswer))]
[JsonSerializable(typeof(TemplateSendAnswer))]
internal sealed partial class OfficialAccountTemplateJson : JsonSerializerContext;

internal sealed record IndustriesAnswer
{
    [JsonPropertyName("primary_industry")]
    public required IndustryWire Primary { get; init; }

    [JsonPropertyName("secondary_industry")]
    public IndustryWire? Secondary { get; init; }
}

internal sealed record IndustryWire
{
    [JsonPropertyName("first_class")]
    public string FirstClass { get; init; } = "";

    [JsonPropertyName("second_class")]
    public string SecondClass { get; init; } = "";

    public TemplateIndustry ToIndustry() => new(FirstClass, SecondClass);
}

internal sealed record TemplateIdAnswer
{
    [JsonPropertyName("template_id")]
    public required string TemplateId { get; init; }
}

internal sealed record TemplateListAnswer
{
    [JsonPropertyName("template_list")]
    public IReadOnlyList<TemplateWire>? Templates { get; init; }
}

internal sealed record TemplateWire
{
    [JsonPropertyName("template_id")]
    public string Id { get; init; } = "";

    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("primary_industry")]
    public string? PrimaryIndustry { get; init; }

    [JsonPropertyName("deputy_industry")]
    public string? SecondaryIndustry { get; init; }

    [JsonPropertyName("content")]
    public string Content { get; init; } = "";

    [JsonPropertyName("example")]
    public string? Example { get; init; }

    public MessageTemplate ToTemplate() => new(Id, Title, Content, Example ?? "")
    {
        PrimaryIndustry = PrimaryIndustry ?? "", SecondaryIndustry = SecondaryIndustry ?? "",
    };
}

internal sealed record TemplateSendAnswer
{
    [JsonPropertyName("msgid")]
    public required long MessageId { get; init; }
}
