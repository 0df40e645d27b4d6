using Hongyan.Simulator.Chat;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What a member said in a group, and the deliveries to the robots that were named; or the field that was wrong and why.</summary>
internal sealed record GroupSaid(ChatMessage? Entry, IReadOnlyList<Delivery> Deliveries, string Field, string Problem)
{
    public static GroupSaid Refused(SendResult wrong) => new(null, [], wrong.Field, wrong.Problem);
}
