using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.Storage;
using Quartz;
using Quartz.Extensibility;

namespace Hongyan.Hub.Schedules;

/// <summary>Lists the schedules and lets people pause, resume and run them, on every node at once. What is done is written down before.</summary>
internal sealed class ScheduleBook(ISchedulerFactory schedulers, IExecutionHistoryStore history, IEnumerable<IPeriodicWork> works, AuditTrail audit)
{
    /// <summary>All of them, by name.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read at the moment.</exception>
    public Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken) => AskAsync<IReadOnlyList<Schedule>>(async scheduler =>
    {
        var triggers = (await scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(ScheduleRunner.Group) }, cancellationToken))
            .Items.ToDictionary(trigger => trigger.Key.Name, StringComparer.Ordinal);
        var runs = (await history.QueryJobRunStatuses(new JobRunStatusQuery { SchedulerName = scheduler.SchedulerName }, cancellationToken))
            .Items.ToDictionary(run => run.Job.Name, StringComparer.Ordinal);
        return [.. works.OrderBy(work => work.Name, StringComparer.Ordinal).Select(work => Describe(work, triggers.GetValueOrDefault(work.Name), runs.GetValueOrDefault(work.Name)))];
    });

    /// <summary>Runs one now, beside its times; also one that is paused.</summary>
    /// <returns>Whether there is one of this name.</returns>
    public Task<bool> RunAsync(ConsoleUser by, string name, string? address, CancellationToken cancellationToken) =>
        DoAsync(by, "schedule.run", name, address, async (scheduler, job) => await scheduler.TriggerJob(job, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>Pauses one until somebody resumes it; a run that has begun goes on to its end.</summary>
    /// <returns>Whether there is one of this name.</returns>
    public Task<bool> PauseAsync(ConsoleUser by, string name, string? address, CancellationToken cancellationToken) =>
        DoAsync(by, "schedule.pause", name, address, async (scheduler, job) => await scheduler.PauseJobWith(job, new PauseDetails { RequestedBy = by.Name }, cancellationToken), cancellationToken);

    /// <summary>Lets one run again at its times, and at once where it has missed one.</summary>
    /// <returns>Whether there is one of this name.</returns>
    public Task<bool> ResumeAsync(ConsoleUser by, string name, string? address, CancellationToken cancellationToken) =>
        DoAsync(by, "schedule.resume", name, address, async (scheduler, job) => await scheduler.ResumeJob(job, cancellationToken), cancellationToken);

    private static Schedule Describe(IPeriodicWork work, TriggerHeader? trigger, JobRunStatus? runs)
    {
        var state = trigger?.State switch
        {
            null or TriggerState.None => ScheduleState.Starting,
            TriggerState.Paused => ScheduleState.Paused,
            TriggerState.Executing or TriggerState.Blocked => ScheduleState.Running,
            _ => ScheduleState.Waiting,
        };
        return new Schedule(work.Name, work.Interval) { State = state, NextAt = state == ScheduleState.Paused ? null : trigger?.NextFireTimeUtc, Runs = runs };
    }

    private async Task<bool> DoAsync(ConsoleUser by, string action, string name, string? address, Func<IScheduler, JobKey, Task> act, CancellationToken cancellationToken)
    {
        if (works.All(work => work.Name != name))
            return false;
        return await AskAsync(async scheduler =>
        {
            var job = new JobKey(name, ScheduleRunner.Group);
            if (!await scheduler.Exists(job, cancellationToken))
                return false;
            await audit.WriteAsync(new AuditEntry(by, action, $"schedule:{name}") { Address = address }, cancellationToken);
            await act(scheduler, job);
            return true;
        });
    }

    private async Task<T> AskAsync<T>(Func<IScheduler, Task<T>> ask)
    {
        try
        {
            return await ask(await schedulers.GetScheduler());
        }
        catch (JobPersistenceException failure)
        {
            throw new StoreUnavailableException($"The schedules cannot be read or written: {failure.Message}", failure);
        }
    }
}
