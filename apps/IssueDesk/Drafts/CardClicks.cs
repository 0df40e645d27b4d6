using Hongyan.IssueDesk.Settings;
using Hongyan.WeCom;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>What a button of a draft's card does. It says the same as the words do, and a card that shows an older content does nothing.</summary>
internal sealed class CardClicks(DraftBook book, DraftConversation conversation, DeskTexts texts, TimeProvider time)
{
    /// <summary>How long a click's response code changes the card.</summary>
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(72);

    public async Task<Reply> AnswerAsync(BotContext context, TemplateCardEvent click)
    {
        if (click.TaskId.LastIndexOf('-') is var dash and > 0
            && await book.FindByMarkerAsync(click.TaskId[..dash], context.CancellationToken) is { } draft
            && draft.Owner == context.User)
        {
            return await AnswerAsync(context, click, draft);
        }
        return Reply.None;
    }

    private async Task<Reply> AnswerAsync(BotContext context, TemplateCardEvent click, Draft draft)
    {
        if (draft.Status is DraftStatus.Submitting or DraftStatus.Queued)
            return new UpdateButtonReply(texts.Get("ClickConfirmed"));
        if (draft.Status == DraftStatus.Expired)
        {
            await context.SendAsync(texts.Get("Expired"), context.CancellationToken);
            return new UpdateButtonReply(texts.Get("Status_Expired"));
        }
        if (draft.Status != DraftStatus.Pending)
            return new UpdateButtonReply(texts.Get("ClickDone"));
        if (draft.TaskId != click.TaskId)
            return new UpdateButtonReply(texts.Get("ClickOutdated"));

        switch (click.Key)
        {
            case DraftPreview.Confirm:
                conversation.Submit(context, draft, click.ResponseCode, time.GetUtcNow() + CodeLifetime);
                return new UpdateButtonReply(texts.Get("ClickConfirmed"));
            case DraftPreview.Edit:
                await context.SendAsync(conversation.AskForNewText(context, draft), context.CancellationToken);
                return new UpdateButtonReply(texts.Get("ClickEditing"));
            case DraftPreview.Cancel:
                conversation.CancelDraft(context, draft);
                return new UpdateButtonReply(texts.Get("ClickCancelled"));
            default:
                return Reply.None;
        }
    }
}
