namespace Hongyan.OfficialAccount;

/// <summary>A category of a mini program was reviewed (类目审核结果, wxa_category_audit).</summary>
public sealed record CategoryReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CategoryReviewedEvent()
    {
    }

    internal CategoryReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Result = payload.SmallNumber("ret"u8);
        FirstCategory = payload.Text("first"u8);
        SecondCategory = payload.Text("second"u8);
        Reason = payload.Text("reason"u8);
    }

    /// <summary>3 accepted, 2 refused.</summary>
    public int? Result { get; init; }

    /// <summary>The id of the first level.</summary>
    public string FirstCategory { get; init; } = "";

    /// <summary>The id of the second level.</summary>
    public string SecondCategory { get; init; } = "";

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";
}
