namespace Hongyan.Simulator.Deliveries;

/// <summary>What came back from the bot for one request, or why nothing did.</summary>
internal sealed record CallbackAnswer
{
    public int? Status { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>Content-Type without its parameters.</summary>
    public string? ContentType { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Why there is no usable answer; null when there is one, whatever its status.</summary>
    public Finding? Failure { get; init; }

    public bool IsOk => Failure is null && Status == 200;
}
