namespace Hongyan.IssueDesk.Trackers;

/// <summary>A tracker as the desk uses it. Where it cannot answer it throws <see cref="TrackerException"/>, except for <see cref="CreateAsync"/>, whose every ending matters.</summary>
internal interface ITracker
{
    /// <summary>Creates an issue and says how that ended. Throws nothing but a cancellation.</summary>
    Task<CreateResult> CreateAsync(NewIssue issue, CancellationToken cancellationToken);

    /// <summary>The issue that has a draft's marker among its labels; null where there is none.</summary>
    Task<TrackedIssue?> FindByMarkerAsync(string project, string marker, CancellationToken cancellationToken);

    /// <summary>An issue by its key; null where there is none that the robot may see.</summary>
    Task<TrackedIssue?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Up to three open issues with a similar title. Advice, so it never throws: no answer is none.</summary>
    Task<IReadOnlyList<TrackedIssue>> FindSimilarAsync(string project, string title, CancellationToken cancellationToken);

    /// <summary>Fields that must be filled in beside the usual ones. Advice, so it never throws: no answer is none.</summary>
    Task<IReadOnlyList<RequiredField>> GetRequiredFieldsAsync(string project, string issueType, CancellationToken cancellationToken);

    Task AttachAsync(string key, string fileName, string contentType, Stream content, CancellationToken cancellationToken);

    Task CommentAsync(string key, string text, CancellationToken cancellationToken);

    /// <summary>Closes an issue that its reporter took back.</summary>
    /// <returns>The state that it came to; null where the tracker has no way to one.</returns>
    Task<string?> WithdrawAsync(string key, string comment, CancellationToken cancellationToken);

    /// <summary>A page with a form where the issue is filled in already. Never throws: what the tracker does not tell is left out.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="longest">What the address may have, in bytes; the texts are cut to it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<PrefilledForm> PrefillAsync(NewIssue issue, int longest, CancellationToken cancellationToken);
}
