namespace Hongyan.OfficialAccount;

/// <summary>What became of the invitation of a servicer's WeChat.</summary>
public enum InvitationStatus
{
    /// <summary>There is none, or a WeChat is bound.</summary>
    None,

    /// <summary>It waits for an answer (waiting).</summary>
    Waiting,

    /// <summary>It was refused (rejected).</summary>
    Rejected,

    /// <summary>Its time is over (expired).</summary>
    Expired,
}
