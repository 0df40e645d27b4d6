namespace Hongyan.IssueDesk.Trackers;

/// <summary>Stands where nobody has set up a tracker yet: takes nothing, so that what people confirm waits until somebody has.</summary>
internal sealed class NoTracker : ITracker
{
    private const string Reason = "No tracker is set up yet: choose one in the console, or set IssueDesk:Tracker:Kind.";

    public Task<CreateResult> CreateAsync(NewIssue issue, CancellationToken cancellationToken) => Task.FromResult<CreateResult>(new CreateResult.NotTaken(Reason));

    public Task<TrackedIssue?> FindByMarkerAsync(string project, string marker, CancellationToken cancellationToken) => throw new TrackerException(Reason) { IsPassing = true };

    public Task<TrackedIssue?> FindAsync(string key, CancellationToken cancellationToken) => throw new TrackerException(Reason) { IsPassing = true };

    public Task<IReadOnlyList<TrackedIssue>> FindSimilarAsync(string project, string title, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TrackedIssue>>([]);

    public Task<IReadOnlyList<RequiredField>> GetRequiredFieldsAsync(string project, string issueType, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RequiredField>>([]);

    public Task AttachAsync(string key, string fileName, string contentType, Stream content, CancellationToken cancellationToken) => throw new TrackerException(Reason) { IsPassing = true };

    public Task CommentAsync(string key, string text, CancellationToken cancellationToken) => throw new TrackerException(Reason) { IsPassing = true };

    public Task<string?> WithdrawAsync(string key, string comment, CancellationToken cancellationToken) => throw new TrackerException(Reason) { IsPassing = true };

    public Task<PrefilledForm> PrefillAsync(NewIssue issue, int longest, CancellationToken cancellationToken) => throw new TrackerException(Reason) { IsPassing = true };
}
