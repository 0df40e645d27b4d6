using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Trackers;
using Hongyan.WeCom;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>A draft as its person sees it: a card with buttons, or the same in words.</summary>
internal sealed class DraftPreview(DeskTexts texts, ReporterDirectory reporters, TrackerChoice tracker)
{
    public const string Confirm = "confirm";
    public const string Edit = "edit";
    public const string Cancel = "cancel";

    private const int LongestTitle = 36;
    private const int LongestDescription = 160;

    /// <summary>The preview in words, for accounts and moments that cannot show a card.</summary>
    public async Task<TextReply> TextAsync(Draft draft, CancellationToken cancellationToken)
    {
        var reporter = await reporters.NameAsync(draft.Owner, cancellationToken);
        var similar = await SimilarAsync(draft, cancellationToken);
        var more = similar.Count == 0 ? "" : $"\n\n{texts.Get("Similar")}\n{string.Join('\n', similar.Select(Line))}";
        return TextReply.Cut(texts.Get("Preview",
            ("reporter", reporter), ("project", draft.Project), ("type", draft.IssueType), ("priority", draft.Priority ?? texts.Get("UsualPriority")),
            ("title", draft.Title), ("description", Utf8Limit.Cut(draft.Description, 1000)), ("more", more)));
    }

    /// <summary>The preview as a card; its task id tells which draft and which content it shows.</summary>
    public async Task<ButtonInteractionCard> CardAsync(Draft draft, int attachments, CancellationToken cancellationToken)
    {
        var fields = new List<CardField>
        {
            new(texts.Get("FieldReporter"), await reporters.NameAsync(draft.Owner, cancellationToken)),
            new(texts.Get("FieldPriority"), draft.Priority ?? texts.Get("UsualPriority")),
        };
        if (attachments > 0)
            fields.Add(new(texts.Get("FieldAttachments"), $"{attachments}"));
        foreach (var issue in await SimilarAsync(draft, cancellationToken))
            fields.Add(new(texts.Get("FieldSimilar"), Utf8Limit.Cut($"{issue.Key} {issue.Title}", 60)) { Url = issue.Url });
        return new ButtonInteractionCard
        {
            TaskId = draft.TaskId,
            MainTitle = new CardTitle(Shorten(draft.Title, LongestTitle), texts.Get("PreviewNote", ("project", draft.Project), ("type", draft.IssueType))),
            SubTitle = Shorten(draft.Description, LongestDescription),
            Fields = [.. fields.Take(6)],
            Buttons =
            [
                new(texts.Get("ButtonConfirm"), Confirm),
                new(texts.Get("ButtonEdit"), Edit),
                new(texts.Get("ButtonCancel"), Cancel),
            ],
        };
    }

    private async Task<IReadOnlyList<TrackedIssue>> SimilarAsync(Draft draft, CancellationToken cancellationToken) =>
        await tracker.Current.FindSimilarAsync(draft.Project, draft.Title, cancellationToken);

    private string Line(TrackedIssue issue) => texts.Get("Issue", ("url", issue.Url), ("key", issue.Key), ("state", issue.State), ("title", issue.Title));

    private static string Shorten(string text, int characters) => text.Length <= characters ? text : IssueText.Cut(text, characters);
}
