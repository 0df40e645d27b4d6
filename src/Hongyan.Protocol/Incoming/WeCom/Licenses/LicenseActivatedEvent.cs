namespace Hongyan.WeCom;

/// <summary>
/// Interface licences (接口许可) were activated for members automatically (自动激活回调通知, auto_activate). <see cref="Incoming.ToUser"/> is the
/// provider, <see cref="Incoming.FromUser"/> the corp.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/95994</remarks>
public sealed record LicenseActivatedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LicenseActivatedEvent()
    {
    }

    internal LicenseActivatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Scene = (LicenseActivationScene)(payload.SmallNumber("Scene"u8) ?? 0);
        Accounts = payload.Items("AccountList"u8, (in item) => new LicenseAccount(item));
    }

    /// <summary>What gave rise to it.</summary>
    public LicenseActivationScene Scene { get; init; }

    /// <summary>Which licences, and whose they are now.</summary>
    public IReadOnlyList<LicenseAccount> Accounts { get; init; } = [];
}
