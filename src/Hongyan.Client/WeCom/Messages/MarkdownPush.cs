using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// Sends markdown: headings, bold, links, inline code, quotes and <c>&lt;font color="info|comment|warning"&gt;</c>. WeChat's plugin (微信插件)
/// does not show it.
/// </summary>
/// <param name="Content">1 to 2048 bytes of UTF-8. <c>&lt;@userid&gt;</c> mentions a member.</param>
public sealed record MarkdownPush(string Content) : GroupPush
{
    /// <summary>Bytes of UTF-8 that the platform takes.</summary>
    public const int MaxBytes = 2048;

    internal override string MessageType => "markdown";

    internal override void Check(LimitCheck check) => check.Required("MarkdownPush.Content", Content, MaxBytes, Advice.Cut);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("content"u8, Content);
}
