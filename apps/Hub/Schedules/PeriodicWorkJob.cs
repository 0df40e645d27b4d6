using Microsoft.Extensions.Logging;
using Quartz;

namespace Hongyan.Hub.Schedules;

/// <summary>Runs the work that its job is named after; in a cluster on one node at a time.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PeriodicWorkJob(IEnumerable<IPeriodicWork> works, ILogger<PeriodicWorkJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        // Another node may have work that this one has not been given yet.
        if (works.FirstOrDefault(work => work.Name == name) is not { } work)
            throw new JobExecutionException($"This node has no work that is called '{name}'.");
        try
        {
            await work.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (HongyanException failure)
        {
            LogPostponed(logger, name, failure.Message);
            throw new JobExecutionException(failure.Message, failure);
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, name);
            throw new JobExecutionException(failure.Message, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Schedule: {Work} could not be done this time: {Reason}")]
    private static partial void LogPostponed(ILogger logger, string work, string reason);

    [LoggerMessage(2, LogLevel.Error, "Schedule: {Work} failed and is tried again")]
    private static partial void LogFailed(ILogger logger, Exception failure, string work);
}
