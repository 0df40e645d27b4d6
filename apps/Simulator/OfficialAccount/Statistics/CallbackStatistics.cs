using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How the bot's callback did.</summary>
internal static class CallbackStatistics
{
    /// <summary>A row for each day, or hour of one, in which the bot was called.</summary>
    public static IEnumerable<JsonObject> Of(StatisticsDays days, IReadOnlyList<Delivery> deliveries, bool hourly) => deliveries
        .SelectMany(delivery => delivery.Attempts).Where(attempt => days.Contains(attempt.StartedAt) && attempt.Outcome != AttemptOutcome.Waiting)
        .GroupBy(attempt => (Day: ChinaTime.DayOf(attempt.StartedAt), Hour: hourly ? StatisticsDays.HourOf(attempt.StartedAt) : 0))
        .OrderBy(group => group.Key)
        .Select(group =>
        {
            var row = new JsonObject { ["ref_date"] = StatisticsDays.Write(group.Key.Day) };
            if (hourly)
                row["ref_hour"] = group.Key.Hour;
            row["callback_count"] = group.Count();
            row["fail_count"] = group.Count(attempt => attempt.Outcome is not (AttemptOutcome.Replied or AttemptOutcome.Accepted));
            // Milliseconds.
            row["total_time_cost"] = (long)group.Sum(attempt => attempt.Duration.TotalMilliseconds);
            row["max_time_cost"] = (long)group.Max(attempt => attempt.Duration.TotalMilliseconds);
            return row;
        });
}
