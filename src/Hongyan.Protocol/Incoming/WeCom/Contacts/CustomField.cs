namespace Hongyan.WeCom;

/// <summary>A field that the corp added to its members (扩展属性): a text, or a link to a web page.</summary>
public sealed record CustomField
{
    /// <summary>The field's name, as it is defined in the admin console.</summary>
    public required string Name { get; init; }

    /// <summary>The text; null where it is a link.</summary>
    public string? Text { get; init; }

    /// <summary>The page; null where it is a text.</summary>
    public string? Url { get; init; }

    /// <summary>What the link is called; null where it is a text.</summary>
    public string? Title { get; init; }
}
