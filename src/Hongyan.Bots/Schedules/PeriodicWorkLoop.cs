using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>Runs the periodic work of a process that has no scheduler, each in a loop of its own.</summary>
internal sealed partial class PeriodicWorkLoop(
    IEnumerable<IPeriodicWork> works, IOptions<PeriodicWorkOptions> options, TimeProvider time, ILogger<PeriodicWorkLoop> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.RunByLoop ? Task.WhenAll(works.Select(work => LoopAsync(work, stoppingToken))) : Task.CompletedTask;

    private async Task LoopAsync(IPeriodicWork work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(work.Interval, time);
        try
        {
            do
            {
                await RunOrPostponeAsync(work, stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is due when the next process starts.
        }
    }

    private async Task RunOrPostponeAsync(IPeriodicWork work, CancellationToken stoppingToken)
    {
        try
        {
            await work.RunAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
        catch (HongyanException failure)
        {
            LogPostponed(logger, work.Name, failure.Message);
        }
#pragma warning disable CA1031 // The loop outlives whatever one run does to it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure, work.Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Schedule: {Work} could not be done this time: {Reason}")]
    private static partial void LogPostponed(ILogger logger, string work, string reason);

    [LoggerMessage(2, LogLevel.Error, "Schedule: {Work} failed and is tried again")]
    private static partial void LogFailed(ILogger logger, Exception failure, string work);
}
