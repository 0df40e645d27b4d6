using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.WeCom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Announcements;

/// <summary>Makes the card of an announcement and sends it where it belongs.</summary>
internal sealed class CardCalls(
    IServiceProvider services, IDeskStore store, DraftPreview preview, GroupCards cards, ReporterDirectory reporters, RobotClients robots, DeskSettings settings, DeskTexts texts,
    TimeProvider time)
{
    /// <summary>How long a response code changes its card.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(72);

    /// <summary>Sends it. Throws nothing but a cancellation.</summary>
    public async Task<CardSent> SendAsync(Announcement announcement, Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            return announcement.Kind switch
            {
                AnnouncementKind.Preview => await SendPreviewAsync(draft, cancellationToken),
                AnnouncementKind.ReporterState => await TellReporterAsync(announcement, draft, cancellationToken),
                _ => await TellGroupAsync(announcement, draft, cancellationToken),
            };
        }
        catch (PlatformApiException refusal)
        {
            return new CardSent(SendOutcome.Refused) { ErrorCode = refusal.Code, Error = refusal.Message };
        }
        catch (PlatformUnavailableException unavailable)
        {
            return new CardSent(unavailable.MayHaveTakenEffect ? SendOutcome.Unknown : SendOutcome.NotTaken) { Error = unavailable.Message };
        }
        catch (HongyanException mistake)
        {
            return new CardSent(SendOutcome.Refused) { Error = mistake.Message };
        }
    }

    private async Task<CardSent> SendPreviewAsync(Draft draft, CancellationToken cancellationToken)
    {
        int attachments;
        using (var desk = store.OpenReader())
            attachments = await desk.Attachments.CountAsync(attachment => attachment.DraftId == draft.Id, cancellationToken);
        var card = await preview.CardAsync(draft, attachments, cancellationToken);
        var sent = await Client(draft).Messages.SendAsync(Recipients.User(draft.Person), new TemplateCardPush(card), options: null, cancellationToken);
        return sent.ReachesEverybody
            ? new CardSent(SendOutcome.Sent) { MessageId = sent.MessageId, ResponseCode = sent.ResponseCode }
            : new CardSent(SendOutcome.Refused) { Error = "The member cannot be reached by this application." };
    }

    /// <summary>The card that the person clicked becomes the news, where that is still possible; otherwise a message does.</summary>
    private async Task<CardSent> TellReporterAsync(Announcement announcement, Draft draft, CancellationToken cancellationToken)
    {
        var client = Client(draft);
        if (draft.ResponseCode is { } code && draft.ResponseCodeUntil > time.GetUtcNow())
        {
            var card = new TextNoticeCard
            {
                MainTitle = new CardTitle($"{draft.IssueKey} {announcement.Text}", Utf8Limit.Cut(draft.Title, 128)),
                Action = draft.IssueUrl!,
            };
            try
            {
                await client.Messages.UpdateCardAsync(Recipients.User(draft.Person), code, card, cancellationToken);
                return new CardSent(SendOutcome.Sent);
            }
            catch (PlatformApiException)
            {
                // Used up or too old: a message says the same.
            }
        }
        var text = texts.Get("StateChanged", ("url", draft.IssueUrl), ("key", draft.IssueKey), ("title", draft.Title), ("state", announcement.Text));
        var sent = await client.Messages.SendAsync(Recipients.User(draft.Person), Utf8Limit.Cut(text, TextReply.MaxBytes), options: null, cancellationToken);
        return new CardSent(SendOutcome.Sent) { MessageId = sent.MessageId };
    }

    private async Task<CardSent> TellGroupAsync(Announcement announcement, Draft draft, CancellationToken cancellationToken)
    {
        var group = settings.GroupOf(draft.Route);
        var reporter = await reporters.NameAsync(draft.Owner, cancellationToken);
        if (!string.IsNullOrEmpty(group.ChatId))
            await Client(draft).AppChats.SendAsync(group.ChatId, cards.ForChat(announcement, draft, reporter), cancellationToken: cancellationToken);
        else if (!string.IsNullOrEmpty(group.RobotUrl))
            await robots.For(group.RobotUrl).SendCardAsync(cards.ForRobot(announcement, draft, reporter), cancellationToken);
        return new CardSent(SendOutcome.Sent);
    }

    private WeComClient Client(Draft draft) => services.GetRequiredKeyedService<WeComClient>(draft.Account);
}
