using System.Text;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Takes what people attached from the platform to the issue, once that is there. What cannot be taken is named, to the person and at the issue.</summary>
internal sealed partial class AttachmentUploads(
    IDeskStore store, TrackerChoice tracker, DeskTexts texts, IServiceProvider services, TimeProvider time, ILogger<AttachmentUploads> logger)
{
    private const int MostTries = 4;
    private const long LargestFile = 20 * 1024 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Uploads one that is due.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not var (attachment, draft))
            return false;
        string? error = null;
        var isPassing = false;
        try
        {
            await UploadAsync(attachment, draft, cancellationToken);
        }
        catch (TrackerException failure)
        {
            (error, isPassing) = (failure.Message, failure.IsPassing);
        }
        catch (PlatformUnavailableException failure)
        {
            (error, isPassing) = (failure.Message, true);
        }
        catch (Exception failure) when (failure is HongyanException or IOException)
        {
            error = failure.Message;
        }
        if (error is not null)
            LogFailed(logger, draft.Id, error);
        await RecordAsync(attachment, draft, error, isPassing, cancellationToken);
        return true;
    }

    private async Task<(DraftAttachment Attachment, Draft Draft)?> FindAsync(CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        var now = time.GetUtcNow();
        var due = await desk.Attachments.Where(attachment => attachment.State == AttachmentState.Pending && attachment.NotBefore <= now)
            .Join(desk.Drafts.Where(draft => draft.Status == DraftStatus.Created), attachment => attachment.DraftId, draft => draft.Id, (attachment, draft) => new { attachment, draft })
            .OrderBy(pair => pair.attachment.Id).FirstOrDefaultAsync(cancellationToken);
        return due is null ? null : (due.attachment, due.draft);
    }

    private async Task UploadAsync(DraftAttachment attachment, Draft draft, CancellationToken cancellationToken)
    {
        if (attachment.Kind == DraftAttachment.WholeText)
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(draft.Description));
            await tracker.Current.AttachAsync(draft.IssueKey!, $"{draft.IssueKey}.txt", "text/plain; charset=utf-8", text, cancellationToken);
            return;
        }
        var client = services.GetRequiredKeyedService<WeComClient>(draft.Account);
        await using var media = await client.Media.DownloadAsync(attachment.MediaId, cancellationToken);
        if (media.Length > LargestFile)
            throw new TrackerException($"The file has {media.Length} bytes; more than {LargestFile} are not taken.");
        // Whole, so that a connection that breaks half-way does not become half a picture.
        using var whole = new MemoryStream();
        await media.Content.CopyToAsync(whole, cancellationToken);
        whole.Position = 0;
        await tracker.Current.AttachAsync(draft.IssueKey!, media.FileName, media.ContentType, whole, cancellationToken);
    }

    private Task<bool> RecordAsync(DraftAttachment attachment, Draft draft, string? error, bool isPassing, CancellationToken cancellationToken) => store.WriteAsync((desk, db) =>
    {
        var row = desk.Attachments.Find(attachment.Id)!;
        row.Attempts++;
        row.Error = error;
        if (error is not null && isPassing && row.Attempts < MostTries)
        {
            row.NotBefore = time.GetUtcNow() + Pause;
            return true;
        }
        row.State = error is null ? AttachmentState.Uploaded : AttachmentState.Failed;
        desk.SaveChanges();
        var all = desk.Attachments.Where(each => each.DraftId == draft.Id).OrderBy(each => each.Id).ToList();
        var lost = all.Index().Where(each => each.Item.State == AttachmentState.Failed).Select(each => $"{each.Index + 1} ({each.Item.Kind})").ToList();
        if (lost.Count > 0 && all.TrueForAll(each => each.State != AttachmentState.Pending))
        {
            var text = texts.Get("FilesLost", ("key", draft.IssueKey), ("count", lost.Count), ("names", string.Join(", ", lost)));
            db.Send(new OutgoingMessage(draft.Owner, TextReply.Cut(text)) { CausedBy = draft.Cause });
            desk.Errands.Add(new Errand { Account = draft.Account, Person = "", Kind = ErrandKind.Comment, IssueKey = draft.IssueKey!, Text = text, NotBefore = time.GetUtcNow() });
        }
        return true;
    }, cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "IssueDesk: a file of draft {Draft} could not be attached: {Reason}")]
    private static partial void LogFailed(ILogger logger, long draft, string reason);
}
