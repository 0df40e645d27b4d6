using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>One entry of a customer's session.</summary>
/// <param name="Number">Counts up over all accounts.</param>
/// <param name="MessageId">msgid.</param>
/// <param name="Origin">customer, servicer, system: an event; api: sent by the app.</param>
/// <param name="ServicerUserId">The servicer who wrote it.</param>
/// <param name="Type">msgtype.</param>
/// <param name="Content">The object of that name, as the platform has it.</param>
/// <param name="Time">When it was sent.</param>
/// <param name="IsRecalled">Whether it was taken back.</param>
/// <param name="DeliveryId">The callback that told the app of it; null for what the app sent.</param>
/// <param name="Delivery">That callback with its outcome, where it was waited for.</param>
public sealed record ServiceEntryView(
    long Number, string MessageId, ServiceOrigin Origin, string? ServicerUserId, string Type, JsonObject Content, DateTimeOffset Time,
    bool IsRecalled, long? DeliveryId, DeliveryView? Delivery = null)
{
    /// <summary>Shows an entry.</summary>
    public static ServiceEntryView Of(ServiceEntry entry) => new(
        entry.Number, entry.MessageId, entry.Origin, entry.ServicerUserId, entry.Type, entry.Content, entry.Time, entry.IsRecalled, entry.DeliveryId);
}
