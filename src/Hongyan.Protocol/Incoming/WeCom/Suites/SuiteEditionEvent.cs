namespace Hongyan.WeCom;

/// <summary>A corp has another edition of a paid application (应用版本变更, in the platform's spelling change_editon).</summary>
public sealed record SuiteEditionEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SuiteEditionEvent()
    {
    }

    internal SuiteEditionEvent(in Protocol.PayloadFields payload)
        : base(payload) => PaidCorpId = payload.Text("PaidCorpId"u8);

    /// <summary>The corp that pays.</summary>
    public string PaidCorpId { get; init; } = "";
}
