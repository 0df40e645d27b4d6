namespace Hongyan.WeCom;

/// <summary>An interface licence that a member was given.</summary>
public sealed record LicenseAccount
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LicenseAccount()
    {
    }

    internal LicenseAccount(in Protocol.PayloadFields payload)
    {
        ActiveCode = payload.Text("ActiveCode"u8);
        Type = (LicenseAccountType)(payload.SmallNumber("Type"u8) ?? 0);
        ExpiresAt = payload.Time("ExpireTime"u8);
        UserId = payload.Text("UserId"u8);
        PreviousStatus = (LicensePreviousStatus)(payload.SmallNumber("PreviousStatus"u8) ?? 0);
        PreviousActiveCode = payload.Text("PreviousActiveCode"u8);
    }

    /// <summary>The activation code. Keep it out of logs.</summary>
    public string ActiveCode { get; init; } = "";

    /// <summary>What it allows.</summary>
    public LicenseAccountType Type { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The state of the member's licence before.</summary>
    public LicensePreviousStatus PreviousStatus { get; init; }

    /// <summary>The code that was replaced; empty where none was.</summary>
    public string PreviousActiveCode { get; init; } = "";
}
