using Hongyan.Hub.Cluster;
using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Trackers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Settings;

/// <summary>Once the desk's tables are there: reads what the console has set, again whenever another node has saved something, and refuses to start with what cannot work.</summary>
internal sealed partial class SettingsAtStart(ConsoleSettings settings, IOptionsMonitor<IssueDeskOptions> options, ICluster cluster, ILogger<SettingsAtStart> logger)
    : IHostedLifecycleService, IDisposable
{
    private IDisposable? _hearing;

    /// <exception cref="OptionsValidationException">HY2001, HY2003: a value is wrong.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        settings.Load();
        _hearing = cluster.Hear(DeskTopics.Settings, settings.Load);
        if (options.CurrentValue.Tracker.Kind == TrackerKind.None)
            LogNoTracker(logger);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _hearing?.Dispose();

    [LoggerMessage(1, LogLevel.Warning, "IssueDesk: no tracker is set up yet, so bugs wait; choose one in the console (/console/issuedesk/tracker)")]
    private static partial void LogNoTracker(ILogger logger);
}
