using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.WeCom;

/// <summary>Sends what the outbox of an account holds as application messages (应用消息).</summary>
internal sealed class WeComSender(IServiceProvider services, string account) : IActiveSender
{
    private const int TooManyCalls = 45009;

    /// <summary>The platform blocks for a minute at least, and a token is asked for a few times a minute only.</summary>
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(1);

    private readonly WeComOptions _options = services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get(account);

    public bool IsAvailable => !string.IsNullOrEmpty(_options.Secret) && _options.AgentId is not null;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => SendJudgement.OfAsync(
        async () =>
        {
            var client = services.GetRequiredKeyedService<WeComClient>(account);
            var sent = await client.Messages.SendAsync(Recipients.User(message.To.Id), PushOf(message.Content), options: null, cancellationToken).ConfigureAwait(false);
            return sent.ReachesEverybody
                ? new SendResult(SendOutcome.Sent) { MessageId = sent.MessageId }
                : new SendResult(SendOutcome.Refused)
                {
                    Error = sent.UnlicensedUserIds.Count > 0
                        ? "The member has no interface licence (基础接口许可)."
                        : "The member does not exist or is outside the application's visible range (可见范围).",
                };
        },
        WillPass,
        code => code == TooManyCalls || IsAboutToken(code) ? Block : null);

    /// <summary>
    /// Refused for a reason that is not the message's: busy, too many calls, a secret or an address that an operator has yet to set right.
    /// </summary>
    private static bool WillPass(int code) => code is -1 or TooManyCalls or 45033 or 60020 || IsAboutToken(code);

    /// <summary>Invalid secret, invalid token, token expired. The client has asked for another one already, as often as it may.</summary>
    private static bool IsAboutToken(int code) => code is 40001 or 40014 or 42001;

    private static Push PushOf(Reply reply) => reply switch
    {
        TextReply text => new TextPush(text.Content),
        ImageReply image => new ImagePush(image.MediaId),
        VoiceReply voice => new VoicePush(voice.MediaId),
        VideoReply video => new VideoPush(video.MediaId) { Title = video.Title, Description = video.Description },
        NewsReply news => new NewsPush([.. news.Articles.Select(article => new PushArticle
        {
            Title = article.Title, Description = article.Description, Link = article.Url ?? "", PictureUrl = article.PictureUrl,
        })]),
        TemplateCardReply card => new TemplateCardPush(card.Card),
        _ => throw new HongyanException($"A {reply.GetType().Name} cannot be sent as an application message."),
    };
}
