namespace Hongyan.Simulator.Media;

/// <summary>A temporary media file (临时素材): every app of the company can use it for three days.</summary>
/// <param name="MediaId">media_id.</param>
/// <param name="Kind">What it was uploaded as.</param>
/// <param name="FileName">As it is shown to people.</param>
/// <param name="Format">What it really is; null when that is nothing a browser can show.</param>
/// <param name="Content">The file.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
public sealed record MediaFile(string MediaId, MediaKind Kind, string FileName, MediaFormat? Format, byte[] Content, DateTimeOffset CreatedAt)
{
    /// <summary>Whether it stays until it is removed (永久素材).</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Content-Type of a download.</summary>
    public string ContentType => Format?.ContentType ?? "application/octet-stream";
}
