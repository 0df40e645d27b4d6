using Quartz;

namespace Hongyan.Hub.Schedules;

/// <summary>One piece of periodic work as the console shows it.</summary>
/// <param name="Name">Its name, such as <c>bots.reminders</c>.</param>
/// <param name="Interval">From one run to the next.</param>
internal sealed record Schedule(string Name, TimeSpan Interval)
{
    /// <summary>What it does at the moment.</summary>
    public ScheduleState State { get; init; }

    /// <summary>When it runs next; null where it is paused.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How its runs have gone; null where there was none yet.</summary>
    public JobRunStatus? Runs { get; init; }

    /// <summary>Whether the last run failed.</summary>
    public bool IsFailing => Runs?.LastResult == JobRunResult.Failed;
}
