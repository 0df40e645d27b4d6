namespace Hongyan.WeCom;

/// <summary>
/// Something new can be read from a customer service account (客服账号): messages of customers, or what happened to their sessions
/// (微信客服消息与事件通知). The notice only says so; fetch them with <c>WeComClient.CustomerService.SyncMessagesAsync</c>.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/94670. It names no person, so nothing can be replied.</remarks>
public sealed record CustomerServiceEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CustomerServiceEvent()
    {
    }

    internal CustomerServiceEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Token = payload.Text("Token"u8);
        OpenKfId = payload.Text("OpenKfId"u8);
    }

    /// <summary>Lets the messages be fetched without the strict limit that holds otherwise; for ten minutes. Keep it out of logs.</summary>
    public string Token { get; init; } = "";

    /// <summary>The account that has something new (OpenKfId).</summary>
    public string OpenKfId { get; init; } = "";
}
