namespace Hongyan.WeCom;

/// <summary>Somebody in a meeting.</summary>
public sealed record MeetingParticipant
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingParticipant()
    {
    }

    internal MeetingParticipant(in Protocol.PayloadFields payload)
    {
        UserId = payload.Text("UserId"u8);
        TmpOpenId = payload.Text("TmpOpenId"u8);
        Role = (MeetingRole?)payload.SmallNumber("UserRole"u8);
    }

    /// <summary>The member of the corp; empty for others.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The id that holds within the meeting.</summary>
    public string TmpOpenId { get; init; } = "";

    /// <summary>The role they have now; null where it is not about that.</summary>
    public MeetingRole? Role { get; init; }
}
