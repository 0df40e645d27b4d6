namespace Hongyan.IssueDesk.Trackers;

/// <summary>Where issues go. Section <c>IssueDesk:Tracker</c>.</summary>
internal sealed class TrackerOptions
{
    /// <summary>Which tracker.</summary>
    /// <value>None; in Development Demo.</value>
    public TrackerKind Kind { get; set; }

    /// <summary>Jira's address as the browser shows it, without <c>/rest</c>.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The robot's account; empty where the token alone says who it is (personal access token).</summary>
    public string? User { get; set; }

    /// <summary>Password, personal access token or API token. A secret.</summary>
    public string? Token { get; set; }

    /// <summary>How long a call waits for its answer.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>What Jira's webhook address ends in; a secret. Empty: changes are asked for every minute.</summary>
    public string? WebhookSecret { get; set; }
}
