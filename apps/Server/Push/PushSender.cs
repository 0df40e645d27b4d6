using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Push;

/// <summary>
/// Carries out a push: through the outbox, where it survives a restart and a platform that is gone, as far as the outbox has what is sent;
/// by a call that the request waits for otherwise (docs/decisions/0016-push-waits-or-is-kept.md).
/// </summary>
internal sealed partial class PushSender(IServiceProvider services, IPushReceipts receipts, IStringLocalizer<PushTexts> texts, ILogger<PushSender> logger)
{
    /// <summary>More are a department or a tag: each of them is a message of its own in the outbox.</summary>
    private const int MostByOutbox = 50;

    /// <summary>The platform blocks for a minute at least, and an operator needs longer.</summary>
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(1);

    /// <summary>Sends, or gives the answer that an earlier request of the same name got.</summary>
    /// <param name="key">Whose push it is.</param>
    /// <param name="account">The account.</param>
    /// <param name="order">Who gets what.</param>
    /// <param name="claim">The request's name; null where it has none.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="cancellationToken">Ends the waiting before anything is sent.</param>
    /// <exception cref="PushException">It cannot be sent.</exception>
    public async Task<PushResult> SendAsync(
        PushKey key, ConfiguredAccount account, PushOrder order, PushClaim? claim, string? address, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7().ToString("N");
        var entry = new AuditEntry(new ConsoleUser(0, $"push:{key.Name}", ConsoleRole.Viewer), "push.send", $"account:{account.Name}")
        {
            // The address of people, not what they are told.
            After = $"{id} {order.Content.Type} {string.Join(' ', order.To.All)}", Address = address,
        };
        var messages = MessagesOf(account, order);
        var call = messages.Count > 0 ? null : CallOf(account, order);
        var accepted = messages.Count > 0 ? PushAnswer.Accepted(id, messages.Count) : null;
        if (await receipts.BeginAsync(claim, accepted, messages, entry, cancellationToken) is { } earlier)
            return Again(claim!, earlier);
        return new PushResult(accepted ?? await CallAsync(id, account, claim, call!), IsRepeated: false);
    }

    private PushResult Again(PushClaim claim, PushReceipt earlier)
    {
        if (earlier.Fingerprint != claim.Fingerprint)
            throw new PushException(new PushProblem(StatusCodes.Status422UnprocessableEntity, "key_reused", texts["KeyReused"]));
        return new PushResult(
            earlier.Answer ?? throw new PushException(new PushProblem(StatusCodes.Status409Conflict, "in_progress", texts["InProgress"])), IsRepeated: true);
    }

    /// <summary>The messages of the outbox; none where it has nothing like it.</summary>
    private List<OutgoingMessage> MessagesOf(ConfiguredAccount account, PushOrder order)
    {
        var (to, content) = order;
        Reply? reply = content.Type switch
        {
            PushContent.TextType => new TextReply(content.Text),
            PushContent.ImageType => new ImageReply(content.Text),
            _ => null,
        };
        var people = to.OpenIds.Count > 0 ? to.OpenIds : to.Parties.Count + to.Tags.Count == 0 && !to.Members.Contains(PushTarget.Everyone) ? to.Members : [];
        if (to.Robot is not null || reply is null || people.Count is 0 or > MostByOutbox)
            return [];
        CheckPlatform(account, to);
        CheckSending(account);
        return [.. people.Select(person => new OutgoingMessage(new UserRef(account.Name, person), reply))];
    }

    private Func<Task<(string? MessageId, IReadOnlyList<string> NotReached)>> CallOf(ConfiguredAccount account, PushOrder order)
    {
        var (to, content) = order;
        if (to.Robot is { } name)
        {
            var robot = services.GetKeyedService<GroupRobotClient>(name) ?? throw Unable("unknown_robot", texts["NoRobot", name]);
            return content.Type switch
            {
                PushContent.TextType => () => NothingMore(robot.SendTextAsync(content.Text)),
                PushContent.MarkdownType => () => NothingMore(robot.SendMarkdownAsync(content.Text)),
                _ => throw Unable("unsupported", texts["RobotCannot", content.Type]),
            };
        }
        CheckPlatform(account, to);
        if (account.Platform != "WeCom")
            throw Unable("unsupported", texts["FollowersCannot", content.Type]);
        CheckSending(account);
        WeCom.Push push = content.Type switch
        {
            PushContent.TextType => new TextPush(content.Text),
            PushContent.MarkdownType => new MarkdownPush(content.Text),
            PushContent.CardType => new TextCardPush { Title = content.Title, Description = content.Text, Url = content.Url },
            PushContent.ImageType => new ImagePush(content.Text),
            _ => new FilePush(content.Text),
        };
        var recipients = to.Members.Contains(PushTarget.Everyone) ? Recipients.Everyone : Recipients.Users(to.Members) with { DepartmentIds = to.Parties, TagIds = to.Tags };
        var client = services.GetRequiredKeyedService<WeComClient>(account.Name);
        return async () => Read(await client.Messages.SendAsync(recipients, push));
    }

    private async Task<PushAnswer> CallAsync(
        string id, ConfiguredAccount account, PushClaim? claim, Func<Task<(string? MessageId, IReadOnlyList<string> NotReached)>> call)
    {
        try
        {
            var (messageId, notReached) = await call();
            var answer = PushAnswer.Sent(id, messageId, notReached);
            await FinishAsync(claim, answer);
            return answer;
        }
        catch (PlatformUnavailableException failure) when (failure.MayHaveTakenEffect)
        {
            LogUnknown(logger, id, account.Name, failure.Message);
            // The claim stays as it is: repeated, the request is not sent again.
            throw new PushException(new PushProblem(StatusCodes.Status504GatewayTimeout, "unknown", texts["MayBeSent"]));
        }
        catch (HongyanException failure)
        {
            LogNotSent(logger, id, account.Name, failure.Message);
            await FinishAsync(claim, answer: null);
            throw new PushException(ProblemOf(failure));
        }
    }

    private async Task FinishAsync(PushClaim? claim, PushAnswer? answer)
    {
        if (claim is null)
            return;
        try
        {
            await receipts.FinishAsync(claim, answer, CancellationToken.None);
        }
        catch (StoreUnavailableException failure)
        {
            // What was sent is sent; a repeated request is told that nobody knows how this one ended.
            LogNotRemembered(logger, failure.Message);
        }
    }

    private PushProblem ProblemOf(HongyanException failure) => failure switch
    {
        PlatformApiException refusal => WillPass(refusal.Code)
            ? new PushProblem(StatusCodes.Status503ServiceUnavailable, "try_later", texts["Refused", refusal.Code, refusal.PlatformMessage])
            {
                ErrorCode = refusal.Code, Hint = refusal.Hint, RetryAfter = Block,
            }
            : new PushProblem(StatusCodes.Status422UnprocessableEntity, "refused", texts["Refused", refusal.Code, refusal.PlatformMessage])
            {
                ErrorCode = refusal.Code, Hint = refusal.Hint,
            },
        PlatformUnavailableException => new PushProblem(StatusCodes.Status503ServiceUnavailable, "unreachable", texts["Unreachable"]) { RetryAfter = Block },
        _ => new PushProblem(StatusCodes.Status422UnprocessableEntity, "refused", failure.Message),
    };

    /// <summary>Refused for a reason that is not the message's: busy, too often, a token, a secret or an address that an operator has yet to set right.</summary>
    private static bool WillPass(int code) => code is -1 or 45009 or 45033 or 60020 or 40001 or 40014 or 42001;

    private static (string?, IReadOnlyList<string>) Read(SentMessage sent) => (sent.MessageId,
    [
        .. sent.InvalidUserIds.Concat(sent.UnlicensedUserIds).Select(id => $"user:{id}"), .. sent.InvalidDepartmentIds.Select(id => $"party:{id}"),
        .. sent.InvalidTagIds.Select(id => $"tag:{id}"),
    ]);

    private static async Task<(string?, IReadOnlyList<string>)> NothingMore(Task call)
    {
        await call;
        return (null, []);
    }

    private void CheckPlatform(ConfiguredAccount account, PushTarget to)
    {
        if (account.Platform == "WeComRobot")
            throw Unable("unsupported", texts["OnlyAnswers", account.Name]);
        if (account.Platform == "WeCom" && to.OpenIds.Count > 0)
            throw Unable("unsupported", texts["NeedsMembers", account.Name]);
        if (account.Platform == "OfficialAccount" && to.NamesMembers)
            throw Unable("unsupported", texts["NeedsOpenId", account.Name]);
    }

    private void CheckSending(ConfiguredAccount account)
    {
        if (services.GetKeyedService<IActiveSender>(account.Name) is not { IsAvailable: true })
            throw Unable("cannot_send", texts[account.Platform == "WeCom" ? "CannotSend" : "NotVerified", account.Name]);
    }

    private static PushException Unable(string code, string detail) => new(new PushProblem(StatusCodes.Status422UnprocessableEntity, code, detail));

    [LoggerMessage(1, LogLevel.Warning, "Push: {Id} by account {Account} was not sent: {Reason}")]
    private static partial void LogNotSent(ILogger logger, string id, string account, string reason);

    [LoggerMessage(2, LogLevel.Error, "Push: nobody knows whether {Id} by account {Account} was sent: {Reason}")]
    private static partial void LogUnknown(ILogger logger, string id, string account, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Push: how a request ended could not be written down: {Reason}")]
    private static partial void LogNotRemembered(ILogger logger, string reason);
}
