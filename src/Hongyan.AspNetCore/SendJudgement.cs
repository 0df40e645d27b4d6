namespace Hongyan;

/// <summary>Turns what comes of a call that sends a message into what the outbox goes by.</summary>
internal static class SendJudgement
{
    /// <param name="send">The call.</param>
    /// <param name="willPass">Whether a code is about something else than the message, so that the platform may take it later.</param>
    /// <param name="block">How long the platform wants to be left alone after a code; null where it does not say.</param>
    public static async Task<SendResult> OfAsync(Func<Task<SendResult>> send, Func<int, bool> willPass, Func<int, TimeSpan?> block)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (PlatformApiException refusal)
        {
            return new SendResult(willPass(refusal.Code) ? SendOutcome.NotTaken : SendOutcome.Refused)
            {
                ErrorCode = refusal.Code,
                Error = refusal.Message,
                RetryAfter = block(refusal.Code),
            };
        }
        catch (PlatformUnavailableException unavailable)
        {
            return new SendResult(unavailable.MayHaveTakenEffect ? SendOutcome.Unknown : SendOutcome.NotTaken) { Error = unavailable.Message };
        }
        catch (HongyanException impossible)
        {
            // A field breaks a limit, or the platform has no such message: nothing was sent, and nothing will be.
            return new SendResult(SendOutcome.Refused) { Error = impossible.Message };
        }
    }
}
