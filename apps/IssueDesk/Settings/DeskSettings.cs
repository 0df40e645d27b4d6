using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Settings;

/// <summary>The configuration as it stands. A file that was changed into something that cannot work changes nothing.</summary>
internal sealed partial class DeskSettings : IDisposable
{
    private readonly IOptionsMonitor<IssueDeskOptions> _monitor;
    private readonly ILogger<DeskSettings> _logger;
    private readonly IDisposable? _subscription;
    private readonly DeskSignals _signals;
    private IssueDeskOptions? _current;

    public DeskSettings(IOptionsMonitor<IssueDeskOptions> monitor, DeskSignals signals, ILogger<DeskSettings> logger)
    {
        _signals = signals;
        _monitor = monitor;
        _logger = logger;
        _subscription = monitor.OnChange(Accept);
    }

    /// <summary>The last configuration that could work.</summary>
    public IssueDeskOptions Current
    {
        get
        {
            try
            {
                return _current = _monitor.CurrentValue;
            }
            catch (OptionsValidationException invalid) when (_current is not null)
            {
                LogKept(_logger, string.Join(" ", invalid.Failures));
                return _current;
            }
        }
    }

    /// <summary>The kinds of bugs: what is configured, or the usual one.</summary>
    public IReadOnlyList<BugRoute> AllRoutes => Current.Routes is { Count: > 0 } own ? [.. own] : [BugRoute.Usual];

    /// <summary>Those of them that take texts.</summary>
    public IReadOnlyList<BugRoute> Routes => [.. AllRoutes.Where(route => route.Enabled)];

    /// <summary>The group that hears of a kind of bug: its own, or the desk's.</summary>
    /// <param name="route">What the kind is called.</param>
    public GroupOptions GroupOf(string route) => AllRoutes.FirstOrDefault(each => each.ToString() == route)?.Group is { IsSet: true } own ? own : Current.Group;

    public void Dispose() => _subscription?.Dispose();

    private void Accept(IssueDeskOptions changed)
    {
        _current = changed;
        // A tracker that was left alone may be asked again.
        _signals.Tracker.Set();
    }

    [LoggerMessage(1, LogLevel.Error, "IssueDesk: the changed configuration cannot be used, the last one stays: {Reason}")]
    private static partial void LogKept(ILogger logger, string reason);
}
