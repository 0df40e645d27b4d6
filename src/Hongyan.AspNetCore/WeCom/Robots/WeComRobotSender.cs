using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.WeCom;

/// <summary>Sends what the outbox of a robot holds: each message through the <c>response_url</c> of the one that it answers.</summary>
internal sealed class WeComRobotSender(IServiceProvider services, string account) : IActiveSender
{
    private const int SystemBusy = -1;

    public bool IsAvailable => true;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.ReplyTo is not { } address || message.Content is not (TextReply or TemplateCardReply))
            return new SendResult(SendOutcome.Refused) { Error = "A robot can only answer, with text or a card, a message that came with a response_url." };
        try
        {
            var robot = services.GetRequiredKeyedService<RobotClient>(account);
            await (message.Content is TemplateCardReply card
                ? robot.AnswerWithCardAsync(address, card.Card, card.FeedbackId, cancellationToken)
                : robot.AnswerAsync(address, ((TextReply)message.Content).Content, feedbackId: null, cancellationToken)).ConfigureAwait(false);
            return new SendResult(SendOutcome.Sent);
        }
        catch (PlatformApiException refusal)
        {
            // The address is used up, or older than an hour: it will not take this any more.
            return new SendResult(refusal.Code == SystemBusy ? SendOutcome.NotTaken : SendOutcome.Refused) { ErrorCode = refusal.Code, Error = refusal.Message };
        }
        catch (PlatformUnavailableException unavailable)
        {
            return new SendResult(unavailable.MayHaveTakenEffect ? SendOutcome.Unknown : SendOutcome.NotTaken) { Error = unavailable.Message };
        }
        catch (Exception mistake) when (mistake is FieldLimitException or ArgumentException)
        {
            return new SendResult(SendOutcome.Refused) { Error = mistake.Message };
        }
    }
}
