namespace Hongyan.OfficialAccount;

/// <summary>A file that was uploaded (临时素材). It may be sent as often as is wanted while it lives.</summary>
/// <param name="MediaId">What messages refer to it by (media_id).</param>
/// <param name="Type">What it was uploaded as.</param>
/// <param name="CreatedAt">When the platform took it.</param>
public sealed record TemporaryMaterial(string MediaId, MaterialType Type, DateTimeOffset CreatedAt)
{
    /// <summary>When the platform forgets it: three days after <see cref="CreatedAt"/>.</summary>
    public DateTimeOffset ExpiresAt => CreatedAt.AddDays(3);
}
