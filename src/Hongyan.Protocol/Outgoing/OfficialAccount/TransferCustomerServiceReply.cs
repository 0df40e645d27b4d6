namespace Hongyan.OfficialAccount;

/// <summary>
/// Hands the conversation to the account's customer service (转发到客服): what the follower wrote is shown to a servicer, who answers. Nothing
/// is shown to the follower.
/// </summary>
public sealed record TransferCustomerServiceReply : Reply
{
    /// <summary>The servicer's account (完整客服账号), such as <c>tutor1@school</c>; null leaves the choice to the platform. One that is not online gets nothing.</summary>
    public string? ServiceAccount { get; init; }
}
