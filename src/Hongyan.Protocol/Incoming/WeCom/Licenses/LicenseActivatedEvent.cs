namespace Hongyan.WeCom;

/// <summary>Interface licences (接口许可) were given to members without the provider's doing (许可自动激活, auto_activate).</summary>
public sealed record LicenseActivatedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LicenseActivatedEvent()
    {
    }

    internal LicenseActivatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Scene = payload.SmallNumber("Scene"u8) ?? 0;
        Accounts = payload.Items("AccountList"u8, (in item) => new LicenseAccount(item));
    }

    /// <summary>Why, as the platform numbers it.</summary>
    public int Scene { get; init; }

    /// <summary>What was given to whom.</summary>
    public IReadOnlyList<LicenseAccount> Accounts { get; init; } = [];
}
