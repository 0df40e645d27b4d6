using Hongyan.Hub.Shell;

namespace Hongyan.Hub.Deliveries;

/// <summary>The lists of 投递.</summary>
internal static class DeliveryTab
{
    public const string Inbox = ConsolePaths.Deliveries;
    public const string Outbox = ConsolePaths.Deliveries + "/outbox";
    public const string DeadLetters = ConsolePaths.Deliveries + "/dead-letters";
    public const string InboxDetail = ConsolePaths.Deliveries + "/inbox";
    public const string Retry = ConsolePaths.Deliveries + "/retry";
}
