namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Whom a conditional menu is for: everything that is named must fit.</summary>
/// <param name="TagId">Those who have this tag; null: with or without tags.</param>
/// <param name="Device">Those who use WeChat on this; null: on anything.</param>
public sealed record MenuMatch(int? TagId, FollowerDevice? Device)
{
    /// <summary>Whether a follower is meant.</summary>
    public bool Fits(Follower follower) => (TagId is not { } tag || follower.TagIds.Contains(tag)) && (Device is not { } device || follower.Device == device);
}
