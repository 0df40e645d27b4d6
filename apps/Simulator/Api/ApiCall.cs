namespace Hongyan.Simulator.Api;

/// <summary>A call of a bot to the platform's API.</summary>
public sealed record ApiCall
{
    /// <summary>Counts up from 1; not used again after a reset.</summary>
    public required long Id { get; init; }

    /// <summary>Name of the app whose token or secret was used, <c>contacts</c> for that of 通讯录同步; null when that is unknown.</summary>
    public string? App { get; init; }

    /// <summary>GET, POST.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query; tokens and secrets are three asterisks.</summary>
    public required string Path { get; init; }

    /// <summary>The body that came, tokens masked; a file in one line. At most 16 K characters, then how many bytes there were.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The body of the answer, in the same manner.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long the answer took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>errcode; null for a file.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>errmsg; null for a file.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The one delivery that the app's bot was answering then; null when there was none, or more than one.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>What a developer should know.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];
}
