using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>The delivery that was started, or the field that was wrong and why.</summary>
internal sealed record SendResult(Delivery? Delivery, string Field, string Problem)
{
    public static SendResult Started(Delivery delivery) => new(delivery, "", "");

    public static SendResult Refused(string field, string problem) => new(null, field, problem);
}
