namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Somebody who answers for a 公众号 (客服账号).</summary>
public sealed record KfAccount
{
    /// <summary>完整客服账号: <c>tutor1@gh_…</c>.</summary>
    public required string Name { get; init; }

    /// <summary>昵称, as followers see it.</summary>
    public required string Nickname { get; init; }

    /// <summary>kf_id, from 1001.</summary>
    public required int Id { get; init; }

    /// <summary>The WeChat that is bound to it; empty: none, so that nobody can be talked to.</summary>
    public string WeChat { get; init; } = "";

    /// <summary>The WeChat that was invited; empty: none, or it has answered.</summary>
    public string Invited { get; init; } = "";

    /// <summary>When the invitation ends.</summary>
    public DateTimeOffset? InvitationEndsAt { get; init; }

    /// <summary>Whether they have signed in to 客服.</summary>
    public bool IsOnline { get; init; }

    /// <summary>The media id of their picture; empty: the platform's.</summary>
    public string Picture { get; init; } = "";
}
