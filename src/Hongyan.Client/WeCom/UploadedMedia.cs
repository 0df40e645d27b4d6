namespace Hongyan.WeCom;

/// <summary>A file that was uploaded. All applications of the corp may use it.</summary>
/// <param name="MediaId">What messages refer to it by (media_id).</param>
/// <param name="Type">What it was uploaded as.</param>
/// <param name="CreatedAt">When the platform took it.</param>
public sealed record UploadedMedia(string MediaId, MediaType Type, DateTimeOffset CreatedAt)
{
    /// <summary>When the platform forgets it: three days after <see cref="CreatedAt"/>.</summary>
    public DateTimeOffset ExpiresAt => CreatedAt.AddDays(3);
}
