namespace Hongyan.WeCom;

/// <summary>An archived message matches a keyword rule (命中关键词规则通知).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/97244. A suite and a program in the data zone (数据与智能专区) are told.</remarks>
public sealed record KeywordHitEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public KeywordHitEvent()
    {
    }

    internal KeywordHitEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var body = payload.Within("hit_keyword"u8);
        Token = body.Text("Token"u8);
    }

    /// <summary>Lets the messages be fetched, for ten minutes. Keep it out of logs.</summary>
    public string Token { get; init; } = "";
}
