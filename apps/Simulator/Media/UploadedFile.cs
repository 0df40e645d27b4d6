namespace Hongyan.Simulator.Media;

/// <summary>The file inside a multipart upload.</summary>
internal sealed record UploadedFile
{
    /// <summary>The file; when it is too large, its beginning.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Whether there is more than may be.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>Its name; null when it has none that the platform reads.</summary>
    public string? FileName { get; init; }

    /// <summary>What a developer should know about how it was sent.</summary>
    public Finding? Note { get; init; }
}
