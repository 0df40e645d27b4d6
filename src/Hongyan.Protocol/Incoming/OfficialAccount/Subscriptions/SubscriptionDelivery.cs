namespace Hongyan.OfficialAccount;

/// <summary>What became of one subscribe message.</summary>
public sealed record SubscriptionDelivery
{
    /// <summary>The template.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>The id that the sending returned.</summary>
    public string SubscribeMessageId { get; init; } = "";

    /// <summary>0 on success, else the platform's error code.</summary>
    public int ErrorCode { get; init; }

    /// <summary><c>success</c>, or the platform's text for the code.</summary>
    public string ErrorStatus { get; init; } = "";

    internal static SubscriptionDelivery Read(in Protocol.PayloadFields payload) => new()
    {
        TemplateId = payload.Text("TemplateId"u8),
        SubscribeMessageId = payload.Text("MsgID"u8),
        ErrorCode = payload.SmallNumber("ErrorCode"u8) ?? 0,
        ErrorStatus = payload.Text("ErrorStatus"u8),
    };
}
