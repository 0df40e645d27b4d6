namespace Hongyan.OfficialAccount;

/// <summary>How far a mass send is (msg_status).</summary>
public enum MassStatus
{
    /// <summary>Under way (SENDING).</summary>
    Sending,

    /// <summary>Ended well (SEND_SUCCESS); how many got it, its <see cref="MassSendFinishedEvent"/> told.</summary>
    Sent,

    /// <summary>Ended badly (SEND_FAIL).</summary>
    Failed,

    /// <summary>Deleted afterwards (DELETE).</summary>
    Deleted,
}
