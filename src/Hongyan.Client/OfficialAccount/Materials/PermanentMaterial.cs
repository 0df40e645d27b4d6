namespace Hongyan.OfficialAccount;

/// <summary>A file that was uploaded to stay (永久素材).</summary>
/// <param name="MediaId">What messages and articles refer to it by (media_id).</param>
/// <param name="Type">What it was uploaded as.</param>
/// <param name="Url">Where a picture can be seen, inside WeChat alone; null for the rest.</param>
public sealed record PermanentMaterial(string MediaId, MaterialType Type, string? Url);
