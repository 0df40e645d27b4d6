namespace Hongyan.OfficialAccount;

/// <summary>A mass send has ended (群发结果, MASSSENDJOBFINISH).</summary>
public sealed record MassSendFinishedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MassSendFinishedEvent()
    {
    }

    internal MassSendFinishedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var copyrightCheckResult = payload.Children("CopyrightCheckResult"u8);
        var articleUrlResult = payload.Children("ArticleUrlResult"u8);
        MassMessageId = payload.Number("MsgID"u8) ?? 0;
        Status = payload.Text("Status"u8);
        TotalCount = payload.SmallNumber("TotalCount"u8) ?? 0;
        FilterCount = payload.SmallNumber("FilterCount"u8) ?? 0;
        SentCount = payload.SmallNumber("SentCount"u8) ?? 0;
        ErrorCount = payload.SmallNumber("ErrorCount"u8) ?? 0;
        CopyrightState = copyrightCheckResult.SmallNumber("CheckState"u8);
        CopyrightChecks = copyrightCheckResult.Items("ResultList"u8, CopyrightCheck.Read);
        Articles = articleUrlResult.Items("ResultList"u8, SentArticle.Read);
    }

    /// <summary>The id of the mass send (msg_id).</summary>
    public long MassMessageId { get; init; }

    /// <summary>
    /// <c>send success</c>, <c>send fail</c>, or <c>err(N)</c> where a check refused it: 10001 advertising, 20001 politics, 20002 pornography, 20013
    /// copyright, 30003 originality …
    /// </summary>
    public string Status { get; init; } = "";

    /// <summary>Followers in the audience.</summary>
    public int TotalCount { get; init; }

    /// <summary>Followers left once the platform filtered those who block the account or had their four of the month.</summary>
    public int FilterCount { get; init; }

    /// <summary>Followers who got it.</summary>
    public int SentCount { get; init; }

    /// <summary>Followers who did not get it.</summary>
    public int ErrorCount { get; init; }

    /// <summary>The originality check (原创校验) as a whole: 1 no reprint, 2 reprint that may be sent, 3 reprint that may not.</summary>
    public int? CopyrightState { get; init; }

    /// <summary>What the originality check says of each article.</summary>
    public IReadOnlyList<CopyrightCheck> CopyrightChecks { get; init; } = [];

    /// <summary>Where each article can be read.</summary>
    public IReadOnlyList<SentArticle> Articles { get; init; } = [];
}
