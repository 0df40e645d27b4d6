using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Runs the URL verification (URL 验证) that saving the 接收消息 page starts: the bot must answer with the decrypted echostr, byte for byte.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90930.</remarks>
internal sealed class UrlVerifier(CallbackSender sender, DeliverySettingsStore settings, SimulatedClock clock)
{
    private static readonly TimeSpan PlatformLimit = TimeSpan.FromSeconds(1);

    /// <summary>Asks the bot of an app.</summary>
    public Task<VerificationResult> VerifyAsync(WeComApp app, CallbackSettings callback, CancellationToken cancellationToken) =>
        VerifyAsync(app.CorpId, callback, cancellationToken);

    /// <summary>Asks the bot, with this receiveid in the envelope.</summary>
    public async Task<VerificationResult> VerifyAsync(string receiveId, CallbackSettings callback, CancellationToken cancellationToken)
    {
        var echo = RandomNumberGenerator.GetInt32(1, 10).ToString(CultureInfo.InvariantCulture)
            + RandomNumberGenerator.GetString("0123456789", 17);
        using var request = CallbackSender.Request(WeComWire.Verification(receiveId, callback, echo, clock.Now));
        var limit = TimeSpan.FromSeconds(settings.Current.VerificationSeconds);
        var answer = await sender.SendAsync(request, limit, cancellationToken);

        return new()
        {
            RequestLine = CallbackSender.RequestLine(request),
            Status = answer.Status,
            ResponseBody = answer.Status is null ? null : Echo.Shorten(answer.Body),
            Duration = answer.Duration,
            Problem = answer.Failure
                ?? (answer.IsOk ? Compare(answer.Body, echo, request.RequestUri!) : StatusFinding.Of(answer.Status!.Value, request.RequestUri!)),
            Warning = answer.Duration > PlatformLimit
                ? Finding.Of(FindingKind.EchoSlow, Math.Round(answer.Duration.TotalSeconds, 1))
                : null,
        };
    }

    private static Finding? Compare(ReadOnlySpan<byte> body, string echo, Uri address)
    {
        var problem = Echo.Compare(body, echo);
        var sentBack = Uri.EscapeDataString(Encoding.UTF8.GetString(body).Trim());
        return problem?.Kind == FindingKind.EchoDiffers && address.Query.Contains(sentBack, StringComparison.Ordinal)
            ? Finding.Of(FindingKind.EchoNotDecrypted)
            : problem;
    }
}
