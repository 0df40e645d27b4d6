using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.WeCom;

/// <summary>Sends what the outbox of an account holds as application messages (应用消息).</summary>
internal sealed class WeComSender(IServiceProvider services, string account) : IActiveSender
{
    private const int SystemBusy = -1;
    private const int TooManyCalls = 45009;
    private const int TooManyAtOnce = 45033;

    private readonly WeComOptions _options = services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get(account);

    public bool IsAvailable => !string.IsNullOrEmpty(_options.Secret) && _options.AgentId is not null;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var client = services.GetRequiredKeyedService<WeComClient>(account);
        try
        {
            var answer = await client.SendAsync(HttpMethod.Post, "/cgi-bin/message/send", Body(message), cancellationToken).ConfigureAwait(false);
            return Judge(answer);
        }
        catch (PlatformApiException refusal)
        {
            return Judge(refusal);
        }
        catch (PlatformUnavailableException unavailable)
        {
            return new SendResult(unavailable.MayHaveTakenEffect ? SendOutcome.Unknown : SendOutcome.NotTaken) { Error = unavailable.Message };
        }
    }

    private static SendResult Judge(JsonElement answer)
    {
        // Nobody got it, although the call succeeded: the person left the application's visible scope, or has no licence.
        foreach (var (field, reason) in new[] { ("invaliduser", "outside the application's visible scope"), ("unlicenseduser", "without a licence (接口许可)") })
        {
            if (answer.TryGetProperty(field, out var users) && users.GetString() is { Length: > 0 })
                return new SendResult(SendOutcome.Refused) { Error = $"The member is {reason}." };
        }
        return new SendResult(SendOutcome.Sent) { MessageId = answer.TryGetProperty("msgid", out var id) ? id.GetString() : null };
    }

    private static SendResult Judge(PlatformApiException refusal) => new(refusal.Code is SystemBusy or TooManyCalls or TooManyAtOnce ? SendOutcome.NotTaken : SendOutcome.Refused)
    {
        ErrorCode = refusal.Code,
        Error = refusal.Message,
        // The platform blocks for a minute at least.
        RetryAfter = refusal.Code == TooManyCalls ? TimeSpan.FromMinutes(1) : null,
    };

    private JsonObject Body(OutgoingMessage message)
    {
        var body = new JsonObject { ["touser"] = message.To.Id, ["agentid"] = _options.AgentId };
        switch (message.Content)
        {
            case TextReply text:
                Add("text", new JsonObject { ["content"] = text.Content });
                break;
            case ImageReply image:
                Add("image", new JsonObject { ["media_id"] = image.MediaId });
                break;
            case VoiceReply voice:
                Add("voice", new JsonObject { ["media_id"] = voice.MediaId });
                break;
            case VideoReply video:
                Add("video", new JsonObject { ["media_id"] = video.MediaId, ["title"] = video.Title, ["description"] = video.Description });
                break;
            case NewsReply news:
                Add("news", new JsonObject { ["articles"] = new JsonArray([.. news.Articles.Select(Article)]) });
                break;
            default:
                throw new ArgumentException($"A {message.Content.GetType().Name} cannot be sent as an application message.", nameof(message));
        }
        return body;

        void Add(string type, JsonObject content)
        {
            body["msgtype"] = type;
            body[type] = content;
        }
    }

    private static JsonObject Article(NewsArticle article) =>
        new() { ["title"] = article.Title, ["description"] = article.Description, ["url"] = article.Url, ["picurl"] = article.PictureUrl };
}
