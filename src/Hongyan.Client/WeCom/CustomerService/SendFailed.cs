using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A message did not reach the customer (消息发送失败事件, msg_send_fail).</summary>
public sealed record SendFailed : SyncedEvent
{
    /// <summary>The message.</summary>
    [JsonPropertyName("fail_msgid")]
    public string MessageId { get; init => field = value ?? ""; } = "";

    /// <summary>Why.</summary>
    [JsonPropertyName("fail_type")]
    public SendFailure Failure { get; init; }
}
