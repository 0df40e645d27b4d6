using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What a servicer does.</summary>
public sealed record ServicerAct
{
    /// <summary>UserID: who accepts or answers; in a transfer, who gets the customer.</summary>
    public string? UserId { get; init; }

    /// <summary>The answer; only for answer.</summary>
    public CustomerMessage? Message { get; init; }

    /// <summary>msgid; only for recall.</summary>
    public string? MessageId { get; init; }
}
