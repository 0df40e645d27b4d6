namespace Hongyan.Simulator.Verification;

/// <summary>What a URL verification found. Without a problem the settings are saved.</summary>
public sealed record VerificationResult
{
    /// <summary>First line of the request that was sent.</summary>
    public required string RequestLine { get; init; }

    /// <summary>Status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Body of the answer, cut where it is long.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>How long the answer took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What is wrong; null when the answer is right.</summary>
    public Finding? Problem { get; init; }

    /// <summary>What would be wrong on the platform, though it is right here.</summary>
    public Finding? Warning { get; init; }
}
