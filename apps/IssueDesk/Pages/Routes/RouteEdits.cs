using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Pages.Routes;

/// <summary>Changes the list of kinds of bugs, which the console then has as a whole.</summary>
internal sealed class RouteEdits(DeskSettings desk, ConsoleSettings settings, AuditTrail audit)
{
    /// <summary>The kinds as they are now, to be changed.</summary>
    public List<BugRoute> Copy() => [.. desk.AllRoutes.Select(RouteList.Copy)];

    /// <summary>Tells whether the list was changed since.</summary>
    public long Stamp => settings.StampOf(SettingKeys.Routes);

    /// <summary>What sets the list from outside; null where it can be changed.</summary>
    public FixedValue? FixedBy => settings.FixedBy(SettingKeys.Routes);

    /// <summary>Saves another list.</summary>
    /// <param name="by">Who does it, and from where.</param>
    /// <param name="action">What is done, for the audit: create, change, move, delete.</param>
    /// <param name="stamp">The stamp of the list that was looked at.</param>
    /// <param name="routes">The new list.</param>
    /// <param name="changed">What was changed in it: as it was, and as it is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<SettingsSaved> SaveAsync(
        (ConsoleUser User, string? Address) by, string action, long stamp, IReadOnlyList<BugRoute> routes, (BugRoute? Before, BugRoute? After) changed,
        CancellationToken cancellationToken)
    {
        var changes = new Dictionary<string, string?> { [SettingKeys.Routes] = RouteList.Write(routes) };
        var entry = new AuditEntry(by.User, $"desk.route.{action}", $"route:{changed.After ?? changed.Before}")
        {
            Before = Describe(changed.Before),
            After = Describe(changed.After),
            Address = by.Address,
        };
        return settings.SaveAsync(by.User.Name, changes, (SettingKeys.Routes, stamp), db => audit.Write(db, entry), cancellationToken);
    }

    private static string? Describe(BugRoute? route)
    {
        if (route is null)
            return null;
        var shown = RouteList.Copy(route);
        if (shown.Group?.RobotUrl is not null)
            shown.Group.RobotUrl = "••••";
        return RouteList.Write([shown]);
    }
}
