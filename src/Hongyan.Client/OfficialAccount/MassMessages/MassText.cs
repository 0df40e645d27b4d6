using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Text (文本).</summary>
/// <param name="Content">The text: at most 2048 bytes of UTF-8.</param>
public sealed record MassText(string Content) : MassMessage
{
    private const int MaxBytes = 2048;

    internal override string MessageType => "text";

    internal override void Check(LimitCheck check) => check.Required("MassText.Content", Content, MaxBytes);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("content"u8, Content);
}
