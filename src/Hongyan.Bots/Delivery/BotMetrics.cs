using System.Diagnostics.Metrics;

namespace Hongyan;

/// <summary>What can be counted about the bots of this process, under the meter <c>Hongyan</c>.</summary>
internal static class BotMetrics
{
    private static readonly Meter Meter = new("Hongyan");

    public static Counter<long> Duplicates { get; } = Meter.CreateCounter<long>("hongyan.duplicates", "{message}", "Deliveries that joined an earlier one");

    public static Counter<long> Unmatched { get; } = Meter.CreateCounter<long>("hongyan.unmatched", "{message}", "Messages that no route took");

    public static Counter<long> LateReplies { get; } = Meter.CreateCounter<long>("hongyan.late_replies", "{message}", "Answers that were ready after the platform had hung up");

    public static Counter<long> Failures { get; } = Meter.CreateCounter<long>("hongyan.failures", "{message}", "Handlers that threw, and replies that could not be written");

    public static Counter<long> DeadLetters { get; } = Meter.CreateCounter<long>("hongyan.dead_letters", "{message}", "Messages whose handler failed, or that were given up");

    public static Counter<long> OutboxSent { get; } = Meter.CreateCounter<long>("hongyan.outbox.sent", "{message}", "Messages that the platform took");

    public static Counter<long> OutboxFailed { get; } = Meter.CreateCounter<long>("hongyan.outbox.failed", "{message}", "Messages that ended failed, unknown or expired");

    public static Histogram<double> OutboxAge { get; } = Meter.CreateHistogram<double>("hongyan.outbox.age", "s", "From the commit of a message to the platform's answer");
}
