using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends text (文本). Line breaks and <c>&lt;a href="…"&gt;</c> work.</summary>
/// <param name="Content">
/// 1 to 2048 bytes of UTF-8, about 680 Chinese characters. The platform would cut longer text without a word, so it is refused here;
/// <see cref="Cut"/> shortens it visibly.
/// </param>
public sealed record TextPush(string Content) : GroupPush
{
    /// <summary>Bytes of UTF-8 that the platform takes.</summary>
    public const int MaxBytes = 2048;

    /// <summary>In a group: who is mentioned, by user id; <c>@all</c> is everybody. Members do not see it.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    internal override string MessageType => "text";

    /// <summary>As much of <paramref name="content"/> as fits, ending in "…" where something had to go.</summary>
    public static TextPush Cut(string content) => new(Utf8Limit.Cut(content, MaxBytes));

    internal override void Check(LimitCheck check) =>
        check.Required("TextPush.Content", Content, MaxBytes, "Shorten it, or use TextPush.Cut.");

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("content"u8, Content);
        json.WriteStrings("mentioned_list"u8, Mentions);
    }
}
