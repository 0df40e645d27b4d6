namespace Hongyan.OfficialAccount;

/// <summary>The name of a mini program was reviewed (名称审核结果, wxa_nickname_audit).</summary>
public sealed record NicknameReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public NicknameReviewedEvent()
    {
    }

    internal NicknameReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Result = payload.SmallNumber("ret"u8);
        Nickname = payload.Text("nickname"u8);
        Reason = payload.Text("reason"u8);
    }

    /// <summary>3 accepted, 2 refused.</summary>
    public int? Result { get; init; }

    /// <summary>The name.</summary>
    public string Nickname { get; init; } = "";

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";
}
