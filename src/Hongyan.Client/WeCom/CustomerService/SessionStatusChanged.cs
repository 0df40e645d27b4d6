using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A session changed hands, in the WeCom client (会话状态变更事件, session_status_change).</summary>
public sealed record SessionStatusChanged : SyncedEvent
{
    /// <summary>How.</summary>
    [JsonPropertyName("change_type")]
    public SessionChange Change { get; init; }

    /// <summary>Who had it.</summary>
    [JsonPropertyName("old_servicer_userid")]
    public string? OldServicerUserId { get; init; }

    /// <summary>Who has it.</summary>
    [JsonPropertyName("new_servicer_userid")]
    public string? NewServicerUserId { get; init; }

    /// <summary>
    /// Allows one message by <see cref="WeComCustomerService.SendOnEventAsync"/>: 48 hours where it was taken from the queue, 20 seconds where it
    /// ended.
    /// </summary>
    [JsonPropertyName("msg_code")]
    public string? MessageCode { get; init; }
}
