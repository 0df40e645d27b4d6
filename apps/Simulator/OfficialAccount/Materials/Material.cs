namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A permanent material (永久素材) of an account: what its file is called and said to be.</summary>
/// <param name="MediaId">media_id.</param>
/// <param name="Type">image, voice, video or thumb.</param>
/// <param name="Name">As it was called when it was uploaded.</param>
/// <param name="Url">Where a picture can be seen; empty for the rest.</param>
/// <param name="UpdatedAt">When it was uploaded.</param>
public sealed record Material(string MediaId, string Type, string Name, string Url, DateTimeOffset UpdatedAt)
{
    /// <summary>Of a video: its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Of a video: its description.</summary>
    public string Introduction { get; init; } = "";
}
