namespace Hongyan.WeCom;

/// <summary>The application may now speak for other customer service accounts (客服账号) than before (客服账号授权变更事件).</summary>
public sealed record CustomerServiceAccountsEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CustomerServiceAccountsEvent()
    {
    }

    internal CustomerServiceAccountsEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        AddedOpenKfIds = payload.Texts("AuthAddOpenKfId"u8);
        RemovedOpenKfIds = payload.Texts("AuthDelOpenKfId"u8);
    }

    /// <summary>Accounts that it may speak for from now on (OpenKfId).</summary>
    public IReadOnlyList<string> AddedOpenKfIds { get; init; } = [];

    /// <summary>Accounts that it may no longer speak for.</summary>
    public IReadOnlyList<string> RemovedOpenKfIds { get; init; } = [];
}
