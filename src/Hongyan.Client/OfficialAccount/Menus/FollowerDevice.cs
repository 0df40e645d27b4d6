namespace Hongyan.OfficialAccount;

/// <summary>What a follower uses WeChat on (client_platform_type).</summary>
public enum FollowerDevice
{
    /// <summary>iOS.</summary>
    Ios = 1,

    /// <summary>Android.</summary>
    Android = 2,

    /// <summary>Anything else.</summary>
    Other = 3,
}
