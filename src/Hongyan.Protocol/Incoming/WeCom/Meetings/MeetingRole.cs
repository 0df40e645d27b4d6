namespace Hongyan.WeCom;

/// <summary>What somebody may do in a meeting. A number that the platform adds later is kept as it is.</summary>
public enum MeetingRole
{
    /// <summary>普通成员.</summary>
    Participant = 0,

    /// <summary>创建者.</summary>
    Creator = 1,

    /// <summary>主持人.</summary>
    Host = 2,

    /// <summary>创建者、主持人.</summary>
    CreatorAndHost = 3,

    /// <summary>游客.</summary>
    Guest = 4,

    /// <summary>游客、主持人.</summary>
    GuestHost = 5,

    /// <summary>联席主持人.</summary>
    CoHost = 6,

    /// <summary>创建者、联席主持人.</summary>
    CreatorAndCoHost = 7,

    /// <summary>接口指派的主持人.</summary>
    AssignedHost = 8,

    /// <summary>研讨会内部嘉宾.</summary>
    InternalPanelist = 30,

    /// <summary>研讨会外部嘉宾.</summary>
    ExternalPanelist = 31,

    /// <summary>研讨会邀请链接入会嘉宾.</summary>
    InvitedPanelist = 32,

    /// <summary>研讨会观众.</summary>
    Audience = 33,

    /// <summary>有音视频权限的研讨会观众.</summary>
    SpeakingAudience = 34,
}
