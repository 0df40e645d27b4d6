using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>Pictures, voice, videos and files that a person sends while a draft waits belong to it.</summary>
internal sealed class DraftAttachments(DraftBook book, DeskTexts texts)
{
    private const int Most = 9;

    /// <summary>Adds one to the draft; nothing is answered where there is no draft.</summary>
    public async Task<Reply> AddAsync(BotContext context, string kind, string mediaId)
    {
        if (mediaId.Length == 0 || await book.FindOpenAsync(context.User, context.CancellationToken) is not { } draft)
            return texts.Get("SmallTalk");
        var number = await book.CountAttachmentsAsync(draft, context.CancellationToken) + 1;
        if (number > Most)
            return texts.Get("TooManyFiles", ("number", Most));
        book.Change(context, draft, row => row.Strays = 0,
            more: (desk, row) => desk.Attachments.Add(new DraftAttachment { DraftId = row.Id, Kind = kind, MediaId = mediaId }));
        return texts.Get("Attached", ("number", number));
    }
}
