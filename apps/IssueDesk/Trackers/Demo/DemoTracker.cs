using System.Globalization;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Trackers.Demo;

/// <summary>Keeps issues in the desk's own tables, so that the first bug can be filed before anybody has a Jira.</summary>
internal sealed class DemoTracker(IDeskStore store, DeskTexts texts, DeskAddress address, TimeProvider time) : ITracker
{
    /// <summary>The states an issue can be in, as the store has them.</summary>
    public static readonly IReadOnlyList<string> States = ["Open", "InProgress", "Done", "Invalid"];

    public async Task<CreateResult> CreateAsync(NewIssue issue, CancellationToken cancellationToken)
    {
        var created = await store.WriteAsync((desk, _) =>
        {
            // The marker is unique, as a label is not in a real tracker: asked twice, it has created once.
            if (desk.DemoIssues.AsNoTracking().FirstOrDefault(each => each.Marker == issue.Marker) is { } there)
                return there;
            var number = 1 + (desk.DemoIssues.Where(each => each.Project == issue.Project).Max(each => (int?)each.Number) ?? 0);
            var now = time.GetUtcNow();
            var added = new DemoIssue
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{issue.Project}-{number}"),
                Project = issue.Project,
                Number = number,
                Marker = issue.Marker,
                IssueType = issue.IssueType,
                Priority = issue.Priority,
                Title = issue.Title,
                Description = issue.Description,
                Reporter = issue.ReporterName,
                State = States[0],
                CreatedAt = now,
                ChangedAt = now,
            };
            desk.DemoIssues.Add(added);
            return added;
        }, cancellationToken);
        return new CreateResult.Created(Describe(created));
    }

    public async Task<TrackedIssue?> FindByMarkerAsync(string project, string marker, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await desk.DemoIssues.FirstOrDefaultAsync(issue => issue.Marker == marker, cancellationToken) is { } found ? Describe(found) : null;
    }

    public async Task<TrackedIssue?> FindAsync(string key, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await desk.DemoIssues.FirstOrDefaultAsync(issue => issue.Key == key, cancellationToken) is { } found ? Describe(found) : null;
    }

    public async Task<IReadOnlyList<TrackedIssue>> FindSimilarAsync(string project, string title, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        var open = await desk.DemoIssues.Where(issue => issue.Project == project && issue.State != "Done" && issue.State != "Invalid")
            .OrderByDescending(issue => issue.Number).Take(200).ToListAsync(cancellationToken);
        return [.. open.Where(issue => TitleLikeness.AreAlike(issue.Title, title)).Take(3).Select(Describe)];
    }

    public Task<IReadOnlyList<RequiredField>> GetRequiredFieldsAsync(string project, string issueType, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RequiredField>>([]);

    public async Task AttachAsync(string key, string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        await store.WriteAsync((desk, _) => desk.DemoFiles.Add(new DemoFile { IssueKey = key, Name = fileName, ContentType = contentType, Content = whole.ToArray() }), cancellationToken);
    }

    public Task CommentAsync(string key, string text, CancellationToken cancellationToken) =>
        store.WriteAsync((desk, _) => desk.DemoComments.Add(new DemoComment { IssueKey = key, Text = text, CreatedAt = time.GetUtcNow() }), cancellationToken);

    public async Task<string?> WithdrawAsync(string key, string comment, CancellationToken cancellationToken)
    {
        await CommentAsync(key, comment, cancellationToken);
        return await ChangeStateAsync(key, "Invalid", cancellationToken) ? StateName("Invalid") : null;
    }

    /// <summary>Puts an issue into another state; false where there is no such issue, or it is there already.</summary>
    public Task<bool> ChangeStateAsync(string key, string state, CancellationToken cancellationToken) => store.WriteAsync((desk, _) =>
    {
        if (!States.Contains(state) || desk.DemoIssues.Find(key) is not { } issue || issue.State == state)
            return false;
        (issue.State, issue.ChangedAt) = (state, time.GetUtcNow());
        return true;
    }, cancellationToken);

    /// <summary>The demo refuses nothing, so there is no form to finish; the list of issues stands in for it.</summary>
    public Task<PrefilledForm> PrefillAsync(NewIssue issue, int longest, CancellationToken cancellationToken) =>
        Task.FromResult(new PrefilledForm(address.Of("/demo/issues"), IsWhole: true));

    /// <summary>What people call a state.</summary>
    public string StateName(string state) => texts.Get($"DemoState_{state}");

    private TrackedIssue Describe(DemoIssue issue) =>
        new(issue.Key, issue.Title, StateName(issue.State), address.Of($"/demo/issues/{Uri.EscapeDataString(issue.Key)}").AbsoluteUri);
}
