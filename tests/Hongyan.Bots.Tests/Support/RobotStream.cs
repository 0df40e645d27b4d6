using System.Text.Json;

namespace Hongyan.Bots.Tests.Support;

/// <summary>What the platform reads in an answer of a robot.</summary>
internal sealed record RobotStream(string Type, string Id, bool IsFinished, string Content)
{
    /// <summary>How many pictures stand below the text.</summary>
    public int Pictures { get; private init; }

    public static RobotStream Of(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        var stream = json.RootElement.GetProperty("stream");
        return new RobotStream(
            json.RootElement.GetProperty("msgtype").GetString()!, stream.GetProperty("id").GetString()!,
            stream.GetProperty("finish").GetBoolean(), stream.GetProperty("content").GetString()!)
        {
            Pictures = stream.TryGetProperty("msg_item", out var items) ? items.GetArrayLength() : 0,
        };
    }
}
