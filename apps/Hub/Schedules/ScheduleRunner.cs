using Hongyan.Hub.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Hongyan.Hub.Schedules;

/// <summary>
/// Tells the scheduler what periodic work this process has, and starts it once the server listens: nobody waits for it. What it was told
/// before stays as it is, paused or late, unless the interval has changed since.
/// </summary>
internal sealed partial class ScheduleRunner(
    ISchedulerFactory schedulers, IEnumerable<IPeriodicWork> works, ServerStorage storage, TimeProvider time, IHostApplicationLifetime lifetime,
    ILogger<ScheduleRunner> logger) : BackgroundService
{
    public const string Group = "hongyan";

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_scheduler is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            while (!await TryStartAsync(stoppingToken))
                await Task.Delay(PauseAfterFailure, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next process tells the scheduler.
        }
    }

    private async Task<bool> TryStartAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var alone = await BeginAloneAsync(stoppingToken);
            stoppingToken.ThrowIfCancellationRequested();
            // Not cut off in the middle of a statement: Quartz takes back with the same token what it has begun, and fails at that, aloud.
            var scheduler = _scheduler = await schedulers.GetScheduler(CancellationToken.None);
            foreach (var work in works)
            {
                stoppingToken.ThrowIfCancellationRequested();
                await ScheduleAsync(scheduler, work, CancellationToken.None);
            }
            await ForgetOthersAsync(scheduler, CancellationToken.None);
            stoppingToken.ThrowIfCancellationRequested();
            await scheduler.Start(CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is SchedulerException or NpgsqlException)
        {
            LogNotStarted(logger, failure.Message);
            return false;
        }
    }

    /// <summary>Of nodes that start together one makes the scheduler's tables, and the others find them whole.</summary>
    /// <returns>Lets the next one begin.</returns>
    private async Task<IAsyncDisposable?> BeginAloneAsync(CancellationToken cancellationToken)
    {
        if (storage.Provider != StorageProvider.PostgreSql)
            return null;
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('hongyan:schedules', 0))", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, IPeriodicWork work, CancellationToken cancellationToken)
    {
        var name = new JobKey(work.Name, Group);
        // Durable, and run again by another node where this one ends in the middle.
        var job = JobBuilder.Create<PeriodicWorkJob>().WithIdentity(name).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);

        var key = new TriggerKey(work.Name, Group);
        var known = await scheduler.GetTrigger(key, cancellationToken);
        if (known is ISimpleTrigger { RepeatInterval: var interval } && interval == work.Interval)
            return;
        var trigger = TriggerBuilder.Create(time).WithIdentity(key).ForJob(name).StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(work.Interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }

    /// <summary>Work that an earlier version had, or an application that is closed now.</summary>
    private async Task ForgetOthersAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var names = works.Select(work => work.Name).ToHashSet(StringComparer.Ordinal);
        var others = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken)).Where(job => !names.Contains(job.Name)).ToList();
        if (others.Count > 0)
            await scheduler.DeleteJobs(others, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Error, "Schedule: the scheduler could not be started and is tried again: {Reason}")]
    private static partial void LogNotStarted(ILogger logger, string reason);
}
