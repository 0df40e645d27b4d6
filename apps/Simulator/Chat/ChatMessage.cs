using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Chat;

/// <summary>One entry of a conversation: exactly one of message, event, reply and finding is set.</summary>
public sealed record ChatMessage
{
    /// <summary>Counts up from 1 over all conversations; not used again after a reset.</summary>
    public required long Id { get; init; }

    /// <summary>Name of the app.</summary>
    public required string App { get; init; }

    /// <summary>UserID of the member.</summary>
    public required string Member { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The delivery it belongs to.</summary>
    public required long DeliveryId { get; init; }

    /// <summary>What the member sent.</summary>
    public MemberMessage? Message { get; init; }

    /// <summary>What the member did.</summary>
    public MemberEvent? Event { get; init; }

    /// <summary>What the app answered.</summary>
    public PassiveReply? Reply { get; init; }

    /// <summary>What the simulator remarks.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Who it comes from.</summary>
    public ChatDirection Direction =>
        Message is not null || Event is not null ? ChatDirection.In : Reply is not null ? ChatDirection.Out : ChatDirection.System;

    /// <summary>MsgType, <c>event</c>, or <c>problem</c>.</summary>
    public string Type => Message?.Type ?? Reply?.Type ?? (Event is not null ? "event" : "problem");
}
