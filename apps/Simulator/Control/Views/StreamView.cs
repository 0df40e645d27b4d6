using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A stream that a robot's bot is asked for more of.</summary>
/// <param name="DeliveryId">The delivery of the message that it answers.</param>
/// <param name="EntryId">The conversation's entry in which it grows.</param>
/// <param name="Robot">Name of the robot.</param>
/// <param name="StreamId">stream.id.</param>
/// <param name="StartedAt">When the message was sent: from then on the time counts.</param>
/// <param name="State">How far it is.</param>
/// <param name="Refreshes">How many refreshes there were.</param>
/// <param name="Latest">The last 20 of them, oldest first; not in live events.</param>
public sealed record StreamView(
    long DeliveryId, long EntryId, string Robot, string StreamId, DateTimeOffset StartedAt, RobotStreamState State, int Refreshes,
    IReadOnlyList<StreamRefreshView> Latest)
{
    /// <summary>Shows a stream in the reader's language.</summary>
    public static StreamView Of(StreamProgress stream, Wording wording) => new(
        stream.DeliveryId, stream.EntryId, stream.Robot, stream.StreamId, stream.StartedAt, stream.State, stream.Refreshes,
        [.. stream.Latest.Select(refresh => StreamRefreshView.Of(refresh, wording))]);
}
