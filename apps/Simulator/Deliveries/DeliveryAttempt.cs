namespace Hongyan.Simulator.Deliveries;

/// <summary>One request to the bot and what came of it.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>When the request left.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Method, path with query, and version.</summary>
    public required string RequestLine { get; init; }

    /// <summary>Headers of the request.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Body of the request: the encrypted envelope.</summary>
    public required string Envelope { get; init; }

    /// <summary>The faults that met it.</summary>
    public IReadOnlyList<FaultKind> Faults { get; init; } = [];

    /// <summary>Whether the request is one that a careful bot refuses.</summary>
    public bool IsSpoiled => Faults.Any(fault => new Fault { Kind = fault }.SpoilsRequest);

    /// <summary>How it ended.</summary>
    public AttemptOutcome Outcome { get; init; }

    /// <summary>From the first byte out to the last byte in.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Body of the answer, cut where it is very long.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>The reply inside the body, when it could be decrypted.</summary>
    public string? DecryptedReply { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public Finding? Problem { get; init; }

    /// <summary>What is worth knowing although nothing is wrong.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];
}
