using System.Globalization;
using System.Security.Cryptography;
using Hongyan.IssueDesk.Routes;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>A report on its way to the tracker: one row, changed only by whoever knows its <see cref="Version"/>.</summary>
internal sealed class Draft
{
    /// <summary>How long a draft waits for its person.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long an expired one can be recovered.</summary>
    public static readonly TimeSpan Recoverable = TimeSpan.FromDays(7);

    /// <summary>When the person is reminded, once.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromMinutes(30);

    public long Id { get; set; }

    /// <summary>The label that its issue is found by; no other draft of any installation has it.</summary>
    public required string Marker { get; set; }

    public required string Account { get; set; }

    public required string Person { get; set; }

    /// <summary>What the kind of bug is called.</summary>
    public required string Route { get; set; }

    public required string Project { get; set; }

    public required string IssueType { get; set; }

    public string? Priority { get; set; }

    /// <summary>The route's labels, separated by blanks, which no label has.</summary>
    public string Labels { get; set; } = "";

    public bool IsRestricted { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>Answers to fields that the tracker requires, as a JSON object.</summary>
    public string? Fields { get; set; }

    /// <summary>The field that is being asked for.</summary>
    public string? AskedField { get; set; }

    public DraftStatus Status { get; set; }

    /// <summary>The inbox's number of the person's message that changed it last: what is sent next is sent because of that one.</summary>
    public long? Cause { get; set; }

    public DraftQuestion Question { get; set; }

    /// <summary>The report that may take this one's place.</summary>
    public string? Offered { get; set; }

    /// <summary>The route of <see cref="Offered"/>.</summary>
    public string? OfferedRoute { get; set; }

    /// <summary>Counts what the person is shown: a button of an older card does nothing.</summary>
    public int Revision { get; set; }

    /// <summary>Counts every change: who has read another version may not write.</summary>
    public long Version { get; set; }

    /// <summary>Messages in a row that had nothing to do with it.</summary>
    public int Strays { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the person is reminded; null where not, or already.</summary>
    public DateTimeOffset? RemindAt { get; set; }

    /// <summary>When it expires; from then on, when it is deleted.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When the tracker was first asked to create it: from then on it is looked for before it is asked again.</summary>
    public DateTimeOffset? PostedAt { get; set; }

    /// <summary>Not before then is the tracker asked again.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Who submits it holds it until then.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? CreatedIssueAt { get; set; }

    public int Attempts { get; set; }

    public string? IssueKey { get; set; }

    public string? IssueUrl { get; set; }

    /// <summary>The reporter's name in the tracker; null where the robot reported it.</summary>
    public string? TrackerReporter { get; set; }

    /// <summary>The issue's state as the tracker names it, at the last look.</summary>
    public string? IssueState { get; set; }

    /// <summary>Whether its reporter took the issue back (撤销).</summary>
    public bool IsTakenBack { get; set; }

    /// <summary>What went wrong last, for the administrator.</summary>
    public string? LastError { get; set; }

    /// <summary>Changes the person's card once (response_code).</summary>
    public string? ResponseCode { get; set; }

    public DateTimeOffset? ResponseCodeUntil { get; set; }

    public UserRef Owner => new(Account, Person);

    /// <summary>What people call it: #D12.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"#D{Id}");

    /// <summary>What a card of it is told apart by: which draft, which content.</summary>
    public string TaskId => string.Create(CultureInfo.InvariantCulture, $"{Marker}-{Revision}");

    /// <summary>A new one.</summary>
    public static Draft Begin(UserRef person, BugReport report, DateTimeOffset now)
    {
        var draft = new Draft
        {
            Marker = $"wxbot-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}",
            Account = person.Account,
            Person = person.Id,
            Route = "",
            Project = "",
            IssueType = "",
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
            RemindAt = now + RemindAfter,
        };
        draft.Take(report);
        return draft;
    }

    /// <summary>Makes it another report.</summary>
    public void Take(BugReport report)
    {
        var route = report.Route;
        (Route, Project, IssueType, Priority) = (route.ToString(), route.Project, route.IssueType, route.Priority);
        Labels = string.Join(' ', route.Labels);
        IsRestricted = route.IsRestricted;
        Write(report.Text);
    }

    /// <summary>Makes its text another one.</summary>
    public void Write(string text)
    {
        (Title, Description) = ReportText.Parse(text);
        (Question, Offered, OfferedRoute) = (DraftQuestion.None, null, null);
        Revision++;
    }

    /// <summary>Goes on to another state.</summary>
    /// <exception cref="InvalidOperationException">There is no such way.</exception>
    public void MoveTo(DraftStatus next)
    {
        if (!DraftGraph.Allows(Status, next))
            throw new InvalidOperationException($"Draft {Id} is {Status} and cannot become {next}.");
        Status = next;
        if (!DraftGraph.IsOpen(next))
            RemindAt = null;
    }
}
