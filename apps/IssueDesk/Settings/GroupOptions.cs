using System.Text.Json.Serialization;

namespace Hongyan.IssueDesk.Settings;

/// <summary>Where new bugs are announced: an app chat, else a group robot, else nowhere.</summary>
internal sealed class GroupOptions
{
    /// <summary>The id of an app chat (应用群聊) that the account made.</summary>
    public string? ChatId { get; set; }

    /// <summary>The webhook address of a group robot (群机器人). A secret.</summary>
    public string? RobotUrl { get; set; }

    /// <summary>Whether there is a group.</summary>
    [JsonIgnore]
    public bool IsSet => !string.IsNullOrEmpty(ChatId) || !string.IsNullOrEmpty(RobotUrl);
}
