using System.Text.Json.Serialization;

namespace Hongyan.Simulator.Faults;

/// <summary>A fault that is switched on for an app.</summary>
public sealed record Fault
{
    /// <summary>Messages that a fault can be switched on for at most.</summary>
    public const int MaxMessages = 1000;

    /// <summary>Attempts of a message that a fault can meet at most.</summary>
    public const int MaxAttempts = 10;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>How many more messages and events it meets: 1 to 1000; null until it is switched off.</summary>
    public int? Messages { get; init; }

    /// <summary>How many attempts of each message it meets, beginning with the first: 1 to 10. Counts for faults of a single request only.</summary>
    /// <value>1: the platform's next attempt goes well.</value>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether it meets single requests, not the message as a whole.</summary>
    [JsonIgnore]
    public bool IsOfRequest => Kind is FaultKind.Delay || SpoilsRequest;

    /// <summary>Whether the request is one that a careful bot refuses.</summary>
    [JsonIgnore]
    public bool SpoilsRequest => Kind is FaultKind.WrongSignature or FaultKind.TruncatedBody or FaultKind.ForeignReceiveId;

    /// <summary>The name of the first value that is out of its range, or null.</summary>
    public string? FindInvalid() =>
        !Enum.IsDefined(Kind) ? "kind"
        : Messages is < 1 or > MaxMessages ? "messages"
        : Attempts is < 1 or > MaxAttempts || (Attempts != 1 && !IsOfRequest) ? "attempts"
        : null;
}
