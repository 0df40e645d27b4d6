using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Trackers;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>What a person asks about bugs that were reported: 我的bug, ABC-12, 补充 ABC-12 …, 撤销.</summary>
internal sealed class MyBugs(DraftBook book, Errands errands, TrackerChoice tracker, DeskSettings settings, DeskTexts texts, TimeProvider time)
{
    private static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(5);

    /// <summary>An answer has to be there before the platform hangs up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Reply> ListAsync(BotContext context)
    {
        var drafts = await book.ListAsync(context.User, context.CancellationToken);
        if (drafts.Count == 0)
            return texts.Get("MyBugsNone");
        return TextReply.Cut(string.Join('\n', drafts.Select(Line).Prepend(texts.Get("MyBugs"))));
    }

    public async Task<Reply> ShowAsync(BotContext context, string key)
    {
        try
        {
            return await FindVisibleAsync(context, key) is { } issue ? TextReply.Cut(Line(issue)) : texts.Get("IssueUnknown", ("key", key));
        }
        catch (TrackerException)
        {
            return texts.Get("TrackerSilent");
        }
    }

    public async Task<Reply> CommentAsync(BotContext context, string key, string text)
    {
        try
        {
            if (await FindVisibleAsync(context, key) is not { } issue)
                return texts.Get("IssueUnknown", ("key", key));
            errands.Add(context, new Errand { Account = context.User.Account, Person = context.User.Id, Kind = ErrandKind.Comment, IssueKey = issue.Key, Text = text });
            return texts.Get("CommentNoted", ("key", issue.Key));
        }
        catch (TrackerException)
        {
            return texts.Get("TrackerSilent");
        }
    }

    public async Task<Reply> UndoAsync(BotContext context)
    {
        var since = time.GetUtcNow() - UndoTime;
        var last = (await book.ListAsync(context.User, context.CancellationToken))
            .FirstOrDefault(draft => draft.Status == DraftStatus.Created && draft.CreatedIssueAt > since && !draft.IsTakenBack);
        if (last is null)
            return texts.Get("UndoNothing");
        book.Change(context, last, row => row.IsTakenBack = true);
        errands.Add(context, new Errand { Account = context.User.Account, Person = context.User.Id, Kind = ErrandKind.TakeBack, IssueKey = last.IssueKey!, Text = texts.Get("UndoneComment") });
        return texts.Get("UndoNoted", ("key", last.IssueKey));
    }

    /// <summary>An issue that this person may hear of: one of their own, or of a project whose bugs everybody may read.</summary>
    private async Task<TrackedIssue?> FindVisibleAsync(BotContext context, string key)
    {
        key = key.ToUpperInvariant();
        var project = key[..key.LastIndexOf('-')];
        var routes = settings.Routes.Where(route => route.Project.Equals(project, StringComparison.OrdinalIgnoreCase)).ToList();
        var isOpen = routes.Count > 0 && !routes.Any(route => route.IsRestricted);
        if (!isOpen && !(await book.ListAsync(context.User, context.CancellationToken)).Any(draft => draft.IssueKey == key))
            return null;

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.CancellationToken);
        try
        {
            return await tracker.Current.FindAsync(key, either.Token);
        }
        catch (OperationCanceledException late) when (patience.IsCancellationRequested)
        {
            throw new TrackerException("The tracker did not answer in time.", late);
        }
    }

    private string Line(Draft draft) => draft.IssueKey is null
        ? $"{draft.Number} [{texts.Get($"Status_{draft.Status}")}] {draft.Title}"
        : texts.Get("Issue", ("url", draft.IssueUrl), ("key", draft.IssueKey), ("state", string.IsNullOrEmpty(draft.IssueState) ? texts.Get("Status_Created") : draft.IssueState), ("title", draft.Title));

    private string Line(TrackedIssue issue) => texts.Get("Issue", ("url", issue.Url), ("key", issue.Key), ("state", issue.State), ("title", issue.Title));
}
