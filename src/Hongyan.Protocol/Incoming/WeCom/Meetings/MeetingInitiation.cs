namespace Hongyan.WeCom;

/// <summary>Whether a meeting could be started. A number that the platform adds later is kept as it is.</summary>
public enum MeetingInitiation
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>会议发起成功.</summary>
    Succeeded = 1,

    /// <summary>会议发起失败.</summary>
    Failed = 2,
}
