namespace Hongyan.Simulator.Routes;

/// <summary>Asks a bot for its routes: <c>GET {callback URL}/routes</c>, text/plain, which a Hongyan bot offers in Development.</summary>
internal sealed class BotRouteReader(CallbackSender sender)
{
    private const int MaxLength = 64 * 1024;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    /// <summary>Asks.</summary>
    public async Task<BotRoutes> ReadAsync(CallbackSettings settings, CancellationToken cancellationToken)
    {
        var callback = new UriBuilder(settings.CallbackUrl);
        callback.Path = callback.Path.TrimEnd('/') + "/routes";
        using var request = CallbackSender.Request(new SealedCallback(callback.Uri, ""));
        var answer = await sender.SendAsync(request, Deadline, cancellationToken);

        var isList = answer is { IsOk: true, ContentType: "text/plain" } && answer.Body.Length <= MaxLength;
        return new(isList ? ReplyXml.Decode(answer.Body) : null, answer.Failure);
    }
}
