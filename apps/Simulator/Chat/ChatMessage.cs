using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Chat;

/// <summary>One entry of a conversation: exactly one of message, event, reply, active message, what was said to or by a robot, notice and finding is set.</summary>
public sealed record ChatMessage
{
    /// <summary>Counts up from 1 over all conversations; not used again after a reset.</summary>
    public required long Id { get; init; }

    /// <summary>Name of the account: of the app, of the 公众号, or of the robot that sent it.</summary>
    public required string App { get; init; }

    /// <summary>UserID of the member, OpenID of the follower; in a group of who speaks, and empty where no member does.</summary>
    public required string Member { get; init; }

    /// <summary>chatid of the group; null in the conversation of an app with one member.</summary>
    public string? ChatId { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The delivery it belongs to; null for what belongs to none.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>What the member sent.</summary>
    public MemberMessage? Message { get; init; }

    /// <summary>What the member did.</summary>
    public MemberEvent? Event { get; init; }

    /// <summary>What the app answered.</summary>
    public PassiveReply? Reply { get; init; }

    /// <summary>What was sent by a call of the API.</summary>
    public ActiveMessage? Active { get; init; }

    /// <summary>What the member said to an AI robot, or in a group.</summary>
    public RobotMessage? ToRobot { get; init; }

    /// <summary>What an AI robot answered.</summary>
    public RobotReply? FromRobot { get; init; }

    /// <summary>What the platform itself tells the person, in the account's name.</summary>
    public string? Notice { get; init; }

    /// <summary>What the simulator remarks.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Who it comes from.</summary>
    public ChatDirection Direction =>
        Message is not null || Event is not null || ToRobot is not null ? ChatDirection.In
        : Reply is not null || Active is not null || FromRobot is not null || Notice is not null ? ChatDirection.Out
        : ChatDirection.System;

    /// <summary>MsgType, <c>event</c>, <c>notice</c>, or <c>problem</c>.</summary>
    public string Type => Message?.Type ?? Reply?.Type ?? Active?.Type ?? ToRobot?.Type ?? FromRobot?.Type
        ?? (Event is not null ? "event" : Notice is not null ? "notice" : "problem");
}
