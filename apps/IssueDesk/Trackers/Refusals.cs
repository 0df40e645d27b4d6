using System.Globalization;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Puts what the tracker refused into words: which field, which reporter, and the way on. At most four fields are asked for, then there is a link.</summary>
internal sealed class Refusals(SubmissionRecords records, TrackerChoice tracker, DeskTexts texts)
{
    private const int MostQuestions = 4;

    /// <summary>Together with a sentence they have to fit into one message; a link that is cut leads nowhere.</summary>
    private const int LongestReason = 500;
    private const int LongestLink = 1300;

    private const string Reporter = "reporter";

    public Task TellOfDelayAsync(Draft draft, CancellationToken cancellationToken) =>
        records.TellAsync(draft, texts.Get("Submitting"), forAdministrators: null, cancellationToken);

    /// <summary>Writes down the end of a try; a refusal becomes a question where one helps.</summary>
    public async Task WriteAsync(Draft draft, SubmissionResult ended, CancellationToken cancellationToken)
    {
        if (ended.Result is not CreateResult.Refused refused)
        {
            await records.WriteAsync(draft, ended, question: null, cancellationToken);
            return;
        }
        var known = await tracker.Current.GetRequiredFieldsAsync(draft.Project, draft.IssueType, cancellationToken);
        if (FindMissing(draft, refused, known) is { } missing)
        {
            draft.AskedField = missing.Id;
            await records.WriteAsync(draft, ended, Question(missing), cancellationToken);
            return;
        }
        var (text, forAdministrators) = await ExplainAsync(draft, ended.Issue!, refused, known, cancellationToken);
        if (await records.WriteAsync(draft, ended, question: null, cancellationToken))
            await records.TellAsync(draft, text, forAdministrators, cancellationToken);
    }

    /// <summary>A field that the person can be asked for: the tracker wants it, it was not answered yet, and nothing else is wrong.</summary>
    private static RequiredField? FindMissing(Draft draft, CreateResult.Refused refused, IReadOnlyList<RequiredField> known)
    {
        var answered = FieldAnswers.Read(draft.Fields);
        if (answered.Count >= MostQuestions || refused.Fields.Count == 0)
            return null;
        var missing = refused.Fields.Keys.Select(id => known.FirstOrDefault(field => field.Id == id)).ToList();
        return missing.Contains(null) ? null : missing.FirstOrDefault(field => !answered.ContainsKey(field!.Id));
    }

    private string Question(RequiredField field) => texts.Get("AskField", ("field", field.Name),
        ("options", field.Options.Count == 0 ? "" : texts.Get("FieldOptions", ("options", string.Join(" / ", field.Options)))));

    private async Task<(string Text, string? ForAdministrators)> ExplainAsync(
        Draft draft, NewIssue issue, CreateResult.Refused refused, IReadOnlyList<RequiredField> known, CancellationToken cancellationToken)
    {
        if (refused.Fields.ContainsKey(Reporter) && refused.Fields.Count == 1)
            return (texts.Get("RefusedReporter", ("reporter", issue.Reporter ?? issue.ReporterName), ("user", draft.Person)), null);

        var reasons = refused.Messages.Concat(refused.Fields.Select(field =>
            $"{known.FirstOrDefault(each => each.Id == field.Key)?.Name ?? NameOf(field.Key)}: {field.Value}"));
        var text = texts.Get("Refused", ("reason", string.Join("; ", reasons)));
        var form = await tracker.Current.PrefillAsync(issue, LongestLink, cancellationToken);
        var link = texts.Get(form.IsWhole ? "PrefilledLink" : "PrefilledLinkCut", ("url", form.Address.AbsoluteUri));
        var everyFieldIsWrong = refused.Fields.Count >= 4 && refused.Fields.ContainsKey("summary");
        return (Utf8Limit.Cut(text, LongestReason) + "\n" + link,
            everyFieldIsWrong ? texts.Get("AdministratorPermission", ("reason", refused.Reason)) : null);
    }

    /// <summary>A field's name in the language of the texts, where it is one that every tracker has.</summary>
    private string NameOf(string id) => id switch
    {
        "summary" or "description" or "priority" or "reporter" or "issuetype" or "project" or "labels" or "assignee" or "components" =>
            texts.Get(string.Create(CultureInfo.InvariantCulture, $"Field_{id}")),
        _ => id,
    };
}
