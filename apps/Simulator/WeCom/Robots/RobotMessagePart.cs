namespace Hongyan.Simulator.WeCom;

/// <summary>A part of a mixed message (图文混排): a text or a picture.</summary>
public sealed record RobotMessagePart
{
    /// <summary>The text; null for a picture.</summary>
    public string? Content { get; init; }

    /// <summary>Id of the picture; null for a text.</summary>
    public string? MediaId { get; init; }
}
