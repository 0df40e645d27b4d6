using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Skills;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>What a text means to the person's draft, or that it means to have one.</summary>
internal sealed class DraftConversation(
    DraftBook book, DeskSettings settings, DeskTexts texts, SmallTalk smallTalk, TimeProvider time)
{
    /// <summary>So many messages beside the point are answered with a hint; after them, one in five.</summary>
    private const int AlwaysHinted = 2;
    private const int HintedAgain = 5;

    /// <summary>How long 确认 still means the draft that was submitted.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public async Task<Reply> AnswerAsync(BotContext context, TextMessage message)
    {
        var text = message.Content.Trim();
        var draft = await book.FindOpenAsync(context.User, context.CancellationToken);
        if (draft is null)
            return await WithoutDraftAsync(context, text);
        if (Wordings.IsNo(text))
            return CancelDraft(context, draft);
        if (draft.Status == DraftStatus.AwaitingDescription)
            return Describe(context, draft, text);
        return draft.Question switch
        {
            DraftQuestion.NewText => Rewrite(context, draft, text),
            DraftQuestion.Replace => Replace(context, draft, text),
            DraftQuestion.Field => AnswerField(context, draft, text),
            _ => await WithPendingAsync(context, draft, text),
        };
    }

    /// <summary>Submits a draft: from here on the tracker's worker has it.</summary>
    /// <param name="context">The message that confirms it.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="responseCode">Changes the card that was clicked, once; null where none was.</param>
    /// <param name="codeUntil">How long it does.</param>
    public void Submit(BotContext context, Draft draft, string? responseCode = null, DateTimeOffset? codeUntil = null)
    {
        var now = time.GetUtcNow();
        book.Change(context, draft, row =>
        {
            row.MoveTo(DraftStatus.Submitting);
            (row.Question, row.Strays, row.ConfirmedAt) = (DraftQuestion.None, 0, now);
            if (responseCode is not null)
                (row.ResponseCode, row.ResponseCodeUntil) = (responseCode, codeUntil);
        });
    }

    public Reply CancelDraft(BotContext context, Draft draft)
    {
        // Where an answer was lost nobody can promise that nothing is there.
        var mayExist = draft.PostedAt is not null;
        book.Change(context, draft, row => row.MoveTo(DraftStatus.Cancelled));
        return mayExist ? texts.Get("CancelledPerhaps", ("marker", draft.Marker)) : texts.Get("Cancelled");
    }

    public Reply AskForNewText(BotContext context, Draft draft)
    {
        book.Change(context, draft, row => (row.Question, row.Strays) = (DraftQuestion.NewText, 0));
        return texts.Get("AskNewText");
    }

    private async Task<Reply> WithoutDraftAsync(BotContext context, string text)
    {
        if (Wordings.IsYes(text) || Wordings.IsNo(text) || Wordings.Is(text, "恢复"))
        {
            if (await book.FindLatestAsync(context.User, context.CancellationToken) is { } latest && About(context, latest, text) is { } answer)
                return answer;
            if (Wordings.Is(text, "恢复"))
                return texts.Get("NothingToRecover");
            if (Wordings.IsNo(text))
                return texts.Get("NothingToCancel");
        }
        return BugRouter.Find(settings.Routes, text) is { } report
            ? Begin(context, report)
            : await smallTalk.AnswerAsync(context, text);
    }

    /// <summary>What an answer without a question means to the last draft; null where nothing.</summary>
    private Reply? About(BotContext context, Draft latest, string text)
    {
        var now = time.GetUtcNow();
        switch (latest.Status)
        {
            case DraftStatus.Expired when Wordings.Is(text, "恢复"):
                return Recover(context, latest);
            case DraftStatus.Expired when Wordings.IsYes(text):
                return texts.Get("Expired");
            case DraftStatus.Submitting when Wordings.IsYes(text):
                return texts.Get("Submitting");
            case DraftStatus.Submitting when Wordings.IsNo(text):
                return texts.Get("TooLateToCancel");
            case DraftStatus.Queued when Wordings.IsYes(text):
                return texts.Get("Queued", ("number", latest.Number));
            case DraftStatus.Queued when Wordings.IsNo(text):
                return CancelDraft(context, latest);
            case DraftStatus.Created when Wordings.IsYes(text) && latest.CreatedIssueAt + JustNow > now:
                return texts.Get("AlreadyCreated", ("url", latest.IssueUrl), ("key", latest.IssueKey));
            default:
                return null;
        }
    }

    private Reply Begin(BotContext context, BugReport report)
    {
        var draft = Draft.Begin(context.User, report, time.GetUtcNow());
        if (ReportText.HasWords(report.Text) && (report.IsCommand || BugRouter.SaysSomething(report.Route, report.Text)))
        {
            draft.Status = DraftStatus.Pending;
            book.Add(context, draft, showsCard: true);
            return Reply.None;
        }
        if (!report.IsCommand)
            return texts.Get("Incomplete");
        book.Add(context, draft, showsCard: false);
        return texts.Get("AskDescription");
    }

    private Reply Describe(BotContext context, Draft draft, string text)
    {
        if (BugRouter.Find(settings.Routes, text) is { IsCommand: true } again)
        {
            if (!ReportText.HasWords(again.Text))
                return texts.Get("AskDescription");
            return ChangeAndShow(context, draft, row =>
            {
                row.Take(again);
                row.MoveTo(DraftStatus.Pending);
            });
        }
        if (!ReportText.HasWords(text))
            return texts.Get("Incomplete");
        return ChangeAndShow(context, draft, row =>
        {
            row.Write(text);
            row.MoveTo(DraftStatus.Pending);
        });
    }

    private async Task<Reply> WithPendingAsync(BotContext context, Draft draft, string text)
    {
        if (Wordings.IsYes(text))
        {
            Submit(context, draft);
            return Reply.None;
        }
        if (Wordings.Is(text, "修改"))
            return AskForNewText(context, draft);
        if (Wordings.After(text, "修改") is { } changed)
            return ChangeAndShow(context, draft, row => row.Write(changed));
        if (Wordings.After(text, "补充") is { } addition)
            return ChangeAndShow(context, draft, row => Append(row, addition));
        if (smallTalk.IsAsked(text))
            return await smallTalk.AnswerAsync(context, text);
        if (BugRouter.Find(settings.Routes, text) is { } other)
            return Offer(context, draft, other);
        return await StrayAsync(context, draft, text);
    }

    private static void Append(Draft draft, string addition)
    {
        draft.Description = draft.Description == ReportText.AsTitled ? addition : $"{draft.Description}\n{addition}";
        draft.Revision++;
        draft.Strays = 0;
    }

    private Reply Offer(BotContext context, Draft draft, BugReport other)
    {
        if (!ReportText.HasWords(other.Text) || (!other.IsCommand && !BugRouter.SaysSomething(other.Route, other.Text)))
            return texts.Get("Incomplete");
        book.Change(context, draft, row =>
        {
            (row.Question, row.Offered, row.OfferedRoute) = (DraftQuestion.Replace, other.Text, other.Route.ToString());
            row.Strays = 0;
        });
        return texts.Get("AskReplace", ("title", draft.Title));
    }

    private Reply Replace(BotContext context, Draft draft, string text)
    {
        if (Wordings.Is(text, "替换"))
        {
            var route = settings.Routes.FirstOrDefault(each => each.ToString() == draft.OfferedRoute) ?? BugRoute.Usual;
            var report = new BugReport(route, draft.Offered ?? "", IsCommand: false);
            return ChangeAndShow(context, draft, row => row.Take(report));
        }
        if (!Wordings.Is(text, "保留"))
            return texts.Get("AskReplace", ("title", draft.Title));
        book.Change(context, draft, row => (row.Question, row.Offered, row.OfferedRoute) = (DraftQuestion.None, null, null));
        return texts.Get("Kept", ("title", draft.Title));
    }

    private Reply Rewrite(BotContext context, Draft draft, string text)
    {
        var report = BugRouter.Find(settings.Routes, text) is { IsCommand: true } command ? command.Text : text;
        return ReportText.HasWords(report) ? ChangeAndShow(context, draft, row => row.Write(report)) : texts.Get("Incomplete");
    }

    private Reply AnswerField(BotContext context, Draft draft, string text)
    {
        book.Change(context, draft, row =>
        {
            row.Fields = FieldAnswers.With(row.Fields, row.AskedField!, text);
            row.AskedField = null;
            row.Question = DraftQuestion.None;
            row.MoveTo(DraftStatus.Submitting);
        });
        return Reply.None;
    }

    private async Task<Reply> StrayAsync(BotContext context, Draft draft, string text)
    {
        var strays = draft.Strays + 1;
        book.Change(context, draft, row => row.Strays = strays);
        return strays <= AlwaysHinted || strays % HintedAgain == 0
            ? texts.Get("StillPending")
            : await smallTalk.AnswerAsync(context, text);
    }

    private Reply Recover(BotContext context, Draft draft)
    {
        var now = time.GetUtcNow();
        var isEmpty = draft.Title.Length == 0;
        void Recover(Draft row)
        {
            row.MoveTo(isEmpty ? DraftStatus.AwaitingDescription : DraftStatus.Pending);
            (row.ExpiresAt, row.RemindAt, row.Strays) = (now + Draft.Lifetime, now + Draft.RemindAfter, 0);
            row.Revision++;
        }
        if (!isEmpty)
            return ChangeAndShow(context, draft, Recover);
        book.Change(context, draft, Recover);
        return texts.Get("AskDescription");
    }

    /// <summary>The answer is a card, which the worker sends once the draft is committed.</summary>
    private Reply ChangeAndShow(BotContext context, Draft draft, Action<Draft> change)
    {
        book.Change(context, draft, change, showsCard: true);
        return Reply.None;
    }
}
