using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Trackers;

namespace Hongyan.IssueDesk.Settings;

/// <summary>The bug desk (提 bug). Section <c>IssueDesk</c>; a change of the file or in the console takes effect at once.</summary>
internal sealed class IssueDeskOptions
{
    public const string Section = "IssueDesk";

    /// <summary>Whether the desk is open.</summary>
    /// <value>null: in Development only.</value>
    public bool? Enabled { get; set; }

    /// <summary>The name of the account that people talk to. It must be able to send: Secret and AgentId are needed.</summary>
    public string Account { get; set; } = "issuedesk";

    /// <summary>The group (机器人全员通知群) that hears of every bug.</summary>
    public GroupOptions Group { get; set; } = new();

    /// <summary>Where issues go.</summary>
    public TrackerOptions Tracker { get; set; } = new();

    /// <summary>Which texts are bugs, and which issues they become; the first that fits.</summary>
    /// <value>Empty: <see cref="BugRoute.Usual"/>.</value>
    public IList<BugRoute> Routes { get; } = [];

    /// <summary>People's names in the tracker, by user id or by the short form of the name in the contacts (saber for saber-陈敏).</summary>
    public IDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts that this company words differently, by their names in Resources/Texts.resx.</summary>
    public IDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who is told when a person has to do something: user ids.</summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>Where people's browsers reach this server, for links in messages.</summary>
    /// <value>null: the address that the server listens on.</value>
    public Uri? PublicUrl { get; set; }

    /// <summary>Reminders wait for this hour of the day.</summary>
    public TimeOnly WorkStart { get; set; } = new(9, 0);

    /// <summary>After this hour of the day nobody is reminded.</summary>
    public TimeOnly WorkEnd { get; set; } = new(18, 0);
}
