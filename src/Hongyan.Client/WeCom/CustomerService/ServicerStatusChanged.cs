using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A servicer takes customers, or no longer does (接待人员接待状态变更事件, servicer_status_change).</summary>
public sealed record ServicerStatusChanged : SyncedEvent
{
    /// <summary>The servicer.</summary>
    [JsonPropertyName("servicer_userid")]
    public string ServicerUserId { get; init => field = value ?? ""; } = "";

    /// <summary>Which of the two.</summary>
    [JsonPropertyName("status")]
    public ServicerStatusChange Status { get; init; }
}
