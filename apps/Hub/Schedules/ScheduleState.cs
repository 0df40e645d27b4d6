namespace Hongyan.Hub.Schedules;

/// <summary>What a schedule does at the moment.</summary>
internal enum ScheduleState
{
    /// <summary>Nobody has told the scheduler of it yet.</summary>
    Starting,

    /// <summary>It waits for its time.</summary>
    Waiting,

    /// <summary>It is being run.</summary>
    Running,

    /// <summary>Somebody has paused it.</summary>
    Paused,
}
