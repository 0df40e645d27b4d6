using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Leaves the tracker alone where it asked for that, or refused the robot's account, until the time is over or the configuration changes.</summary>
internal sealed class TrackerPause(DeskSettings settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private (DateTimeOffset Until, TrackerOptions? OfConfiguration) _pause;

    /// <summary>Until when; null where it may be asked.</summary>
    public DateTimeOffset? Until
    {
        get
        {
            lock (_gate)
            {
                var isChanged = _pause.OfConfiguration is { } refused && !ReferenceEquals(refused, settings.Current.Tracker);
                return isChanged || _pause.Until <= time.GetUtcNow() ? null : _pause.Until;
            }
        }
    }

    /// <summary>Waits, as the tracker asked.</summary>
    public void For(TimeSpan pause) => Set(pause, ofConfiguration: null);

    /// <summary>Waits, or until somebody changes the configuration.</summary>
    public void ForConfiguration(TimeSpan pause) => Set(pause, settings.Current.Tracker);

    private void Set(TimeSpan pause, TrackerOptions? ofConfiguration)
    {
        lock (_gate)
            _pause = (time.GetUtcNow() + pause, ofConfiguration);
    }
}
