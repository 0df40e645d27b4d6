using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>One entry of a session, or an event of an account.</summary>
public sealed record ServiceEntry
{
    /// <summary>Counts up over all accounts; a cursor is one of these numbers.</summary>
    public long Number { get; init; }

    /// <summary>msgid.</summary>
    public required string MessageId { get; init; }

    /// <summary>The account.</summary>
    public required string OpenKfId { get; init; }

    /// <summary>The customer; null for an event about none.</summary>
    public string? ExternalUserId { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who it comes from.</summary>
    public required ServiceOrigin Origin { get; init; }

    /// <summary>The servicer who wrote it.</summary>
    public string? ServicerUserId { get; init; }

    /// <summary>msgtype: text, image, …, event.</summary>
    public required string Type { get; init; }

    /// <summary>The object of that name, as the wire has it. Not to be changed.</summary>
    public required JsonObject Content { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>The callback that said that there is something to read; null for what the API sent.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>The call that sent it; null for everything else.</summary>
    public long? CallId { get; init; }

    /// <summary>event_type, when it is an event.</summary>
    public string? EventType => Type == "event" ? (string?)Content["event_type"] : null;

    /// <summary>The entry as sync_msg writes it. An event names account and customer inside.</summary>
    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["msgid"] = MessageId };
        if (Type != "event")
        {
            json["open_kfid"] = OpenKfId;
            json["external_userid"] = ExternalUserId;
        }
        json["send_time"] = Time.ToUnixTimeSeconds();
        json["origin"] = (int)Origin;
        if (ServicerUserId is not null)
            json["servicer_userid"] = ServicerUserId;
        json["msgtype"] = Type;
        json[Type] = Content.DeepClone();
        return json;
    }
}
