namespace Hongyan.OfficialAccount;

/// <summary>A picture or sound that was handed in for a check was checked (音视频内容安全识别, wxa_media_check).</summary>
public sealed record MediaCheckedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MediaCheckedEvent()
    {
    }

    internal MediaCheckedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var result = payload.Children("result"u8);
        AppId = payload.Text("appid"u8);
        TraceId = payload.Text("trace_id"u8);
        Version = payload.SmallNumber("version"u8);
        Suggestion = result.Text("suggest"u8);
        Label = result.SmallNumber("label"u8);
        Details = payload.Items("detail"u8, MediaCheckDetail.Read);
        IsRisky = payload.Flag("isrisky"u8);
        Extra = payload.Text("extra_info_json"u8);
        StatusCode = payload.SmallNumber("status_code"u8);
    }

    /// <summary>The mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The id that the check returned.</summary>
    public string TraceId { get; init; } = "";

    /// <summary>The version of the check.</summary>
    public int? Version { get; init; }

    /// <summary><c>pass</c>, <c>review</c> or <c>risky</c>; empty in the old form.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>What was found: 100 nothing, 20001 politics, 20002 pornography, 20006 crime …</summary>
    public int? Label { get; init; }

    /// <summary>What each strategy says.</summary>
    public IReadOnlyList<MediaCheckDetail> Details { get; init; } = [];

    /// <summary>The outcome in the old form.</summary>
    public bool? IsRisky { get; init; }

    /// <summary>More about it in the old form.</summary>
    public string Extra { get; init; } = "";

    /// <summary>0, or 4294966288 (-1008) where the address could not be read; the old form.</summary>
    public int? StatusCode { get; init; }
}
