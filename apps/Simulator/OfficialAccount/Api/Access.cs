namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Which accounts a part of the API is open to (接口权限). To the others it answers 48001.</summary>
internal enum Access
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Those with 微信认证.</summary>
    Verified,

    /// <summary>服务号 with 微信认证.</summary>
    VerifiedService,
}
