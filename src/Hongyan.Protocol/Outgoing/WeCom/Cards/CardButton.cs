using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A button of a card: sends an event, or opens a page (<see cref="ToUrl"/>).</summary>
/// <param name="Text">What it reads; advised max. 10 characters.</param>
/// <param name="Key">What the event of the click carries; 1 to 1024 bytes, unique on the card.</param>
public sealed record CardButton(string Text, string Key)
{
    /// <summary>How it looks: one of the platform's four styles, 1 to 4.</summary>
    /// <value>1.</value>
    public int Style { get; init; } = 1;

    /// <summary>The page that opens; null where the click sends an event.</summary>
    [JsonInclude]
    public string? Url { get; internal init; }

    /// <summary>A button that opens a page and sends no event.</summary>
    public static CardButton ToUrl(string text, string url) => new(text, "") { Url = url };
}
