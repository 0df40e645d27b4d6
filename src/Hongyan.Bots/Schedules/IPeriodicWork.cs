namespace Hongyan;

/// <summary>
/// Work that is due again and again, such as reminding people. A loop of the process runs it, unless the host has a scheduler
/// (<see cref="PeriodicWorkOptions.RunByLoop"/>). Registered by <c>services.AddPeriodicWork&lt;TWork&gt;()</c>.
/// </summary>
public interface IPeriodicWork
{
    /// <summary>Its name in logs and lists, such as <c>bots.reminders</c>: lower case, unique in the process, and the same for ever.</summary>
    string Name { get; }

    /// <summary>From one run to the next. It also runs once when the process starts.</summary>
    TimeSpan Interval { get; }

    /// <summary>
    /// Does what is due. Never runs twice at the same time in one process; a run may be cut off at any point and come again, so it has to
    /// find out by itself what is left to do.
    /// </summary>
    /// <param name="cancellationToken">Ends with the process.</param>
    /// <exception cref="HongyanException">It could not be done this time. Whoever runs it says so in the log, and tries again.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
