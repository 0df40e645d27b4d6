namespace Hongyan.WeCom;

/// <summary>Where to go on reading messages.</summary>
public sealed record SyncOptions
{
    /// <summary>Which account.</summary>
    public required string OpenKfId { get; init; }

    /// <summary><see cref="SyncedMessages.NextCursor"/> of the last time, at most 64 bytes; null begins with the oldest of three days.</summary>
    public string? Cursor { get; init; }

    /// <summary><see cref="CustomerServiceEvent.Token"/>, good for ten minutes; without it the platform limits the calls strictly.</summary>
    public string? Token { get; init; }

    /// <summary>At most so many at once, up to 1000, which is the default.</summary>
    public int? BatchSize { get; init; }

    /// <summary>In which format voice can be downloaded.</summary>
    public ServiceVoiceFormat VoiceFormat { get; init; }
}
