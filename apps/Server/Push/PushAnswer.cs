using System.Text.Json.Nodes;

namespace Hongyan.Server.Push;

/// <summary>What a push is answered with: status and JSON, kept so that a repeated request gets the same.</summary>
internal sealed record PushAnswer(int Status, string Json)
{
    /// <summary>It is in the outbox, committed, and goes out as soon as the platform takes it.</summary>
    public static PushAnswer Accepted(string id, int recipients) =>
        new(StatusCodes.Status202Accepted, new JsonObject { ["id"] = id, ["state"] = "accepted", ["recipients"] = recipients }.ToJsonString());

    /// <summary>The platform took it.</summary>
    public static PushAnswer Sent(string id, string? messageId, IReadOnlyList<string> notReached)
    {
        var json = new JsonObject { ["id"] = id, ["state"] = notReached.Count == 0 ? "sent" : "partial" };
        if (messageId is not null)
            json["messageId"] = messageId;
        if (notReached.Count > 0)
            json["notReached"] = new JsonArray([.. notReached.Select(target => (JsonNode)target)]);
        return new(StatusCodes.Status200OK, json.ToJsonString());
    }
}
