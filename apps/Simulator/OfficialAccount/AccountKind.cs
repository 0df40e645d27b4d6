namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Which of the two products an account is; it decides what it may call and how often it may send to many.</summary>
public enum AccountKind
{
    /// <summary>服务号: four mass messages a month for each follower, and template messages.</summary>
    Service,

    /// <summary>订阅号, which the platform calls 公众号 since 2025: one mass send a day.</summary>
    Subscription,
}
