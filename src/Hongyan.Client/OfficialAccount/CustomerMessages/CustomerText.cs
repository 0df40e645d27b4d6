using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Text (文本). Line breaks, <c>&lt;a href="…"&gt;</c> and links to mini programs work.</summary>
/// <param name="Content">1 to 2048 bytes of UTF-8, about 680 Chinese characters; <see cref="Cut"/> shortens it visibly.</param>
public sealed record CustomerText(string Content) : CustomerMessage
{
    /// <summary>Bytes of UTF-8 that the platform takes.</summary>
    public const int MaxBytes = 2048;

    internal override string MessageType => "text";

    /// <summary>As much of <paramref name="content"/> as fits, ending in "…" where something had to go.</summary>
    public static CustomerText Cut(string content) => new(Utf8Limit.Cut(content, MaxBytes));

    internal override void Check(LimitCheck check) => check.Required("CustomerText.Content", Content, MaxBytes, "Shorten it, or use CustomerText.Cut.");

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("content"u8, Content);
}
