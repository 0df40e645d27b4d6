using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.OfficialAccount;

/// <summary>Sends what the outbox of a verified account holds as customer messages (客服消息).</summary>
internal sealed class OfficialAccountSender(IServiceProvider services, string account) : IActiveSender
{
    private const int Busy = -1;

    /// <summary>Until a quota by the minute is free again, a token may be asked for again, or the person may have written.</summary>
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(1);

    private readonly OfficialAccountOptions _options = services.GetRequiredService<IOptionsMonitor<OfficialAccountOptions>>().Get(account);

    public bool IsAvailable => _options.Verified && !string.IsNullOrEmpty(_options.Secret);

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => SendJudgement.OfAsync(
        async () =>
        {
            var client = services.GetRequiredKeyedService<OfficialAccountClient>(account);
            await client.CustomerMessages.SendAsync(message.To.Id, MessageOf(message.Content), serviceAccount: null, cancellationToken).ConfigureAwait(false);
            return new SendResult(SendOutcome.Sent);
        },
        WillPass,
        code => code != Busy && WillPass(code) ? Block : null);

    /// <summary>
    /// Refused for a reason that is not the message's: busy, too many calls, a token, a secret or an address that an operator has yet to set
    /// right; or the person has to write first (45015, 45047), and then it may be sent.
    /// </summary>
    private static bool WillPass(int code) => code is Busy or 45009 or 45011 or 45015 or 45047 or 40001 or 40014 or 42001 or 40125 or 40164;

    private static CustomerMessage MessageOf(Reply reply) => reply switch
    {
        TextReply text => new CustomerText(text.Content),
        ImageReply image => new CustomerImage(image.MediaId),
        VoiceReply voice => new CustomerVoice(voice.MediaId),
        VideoReply video => new CustomerVideo(video.MediaId) { Title = video.Title, Description = video.Description },
        MusicReply music => new CustomerMusic
        {
            ThumbMediaId = music.ThumbMediaId, MusicUrl = music.MusicUrl ?? music.HighQualityMusicUrl ?? "", HighQualityMusicUrl = music.HighQualityMusicUrl,
            Title = music.Title, Description = music.Description,
        },
        NewsReply { Articles: [{ Url.Length: > 0 } article] } => new CustomerNews
        {
            Title = article.Title, Description = article.Description, Url = article.Url, PictureUrl = article.PictureUrl,
        },
        // A customer message takes one article, with a page. What is passed on as text is at least all there.
        NewsReply news => CustomerText.Cut(string.Join('\n', news.Articles.Select(LineOf))),
        _ => throw new HongyanException($"A {reply.GetType().Name} cannot be sent as a customer message."),
    };

    private static string LineOf(NewsArticle article) =>
        string.IsNullOrEmpty(article.Url) ? article.Title : $"<a href=\"{article.Url}\">{article.Title}</a>";
}
