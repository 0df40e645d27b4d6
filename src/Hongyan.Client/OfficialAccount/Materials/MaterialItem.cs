namespace Hongyan.OfficialAccount;

/// <summary>A permanent material in a list.</summary>
/// <param name="MediaId">What messages and articles refer to it by (media_id).</param>
/// <param name="Name">The name it was uploaded with.</param>
/// <param name="Url">Where a picture can be seen; null for the rest.</param>
/// <param name="UpdatedAt">When it was uploaded, or changed last.</param>
public sealed record MaterialItem(string MediaId, string Name, string? Url, DateTimeOffset UpdatedAt);
