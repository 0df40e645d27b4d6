using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends a file (文件); people see the name that it was uploaded with.</summary>
/// <param name="MediaId">The media id (素材) of an uploaded file.</param>
public sealed record FilePush(string MediaId) : GroupPush
{
    internal override string MessageType => "file";

    internal override void Check(LimitCheck check) => check.Required("FilePush.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
