using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Runs the URL verification (URL 验证) that saving the 接收消息 page starts: the bot must answer with the decrypted echostr, byte for byte.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90930.</remarks>
internal sealed class UrlVerifier(CallbackSender sender, DeliverySettingsStore settings, SimulatedClock clock)
{
    private const int MaxShownBody = 200;

    private static readonly TimeSpan PlatformLimit = TimeSpan.FromSeconds(1);
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

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
            ResponseBody = answer.Status is null ? null : Shorten(answer.Body),
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
        if (body.SequenceEqual(Encoding.ASCII.GetBytes(echo)))
            return null;
        if (body.StartsWith(ByteOrderMark))
            return Finding.Of(FindingKind.EchoByteOrderMark);

        var text = Encoding.UTF8.GetString(body);
        if (string.IsNullOrWhiteSpace(text))
            return Finding.Of(FindingKind.EchoEmpty);
        if (text.Trim() == echo)
            return Finding.Of(FindingKind.EchoWhiteSpace);
        if (text.Trim().Trim('"', '\'') == echo)
            return Finding.Of(FindingKind.EchoQuoted);
        if (address.Query.Contains(Uri.EscapeDataString(text.Trim()), StringComparison.Ordinal))
            return Finding.Of(FindingKind.EchoNotDecrypted);
        return Finding.Of(FindingKind.EchoDiffers, echo, Shorten(body));
    }

    private static string Shorten(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        return text.Length <= MaxShownBody ? text : text[..MaxShownBody] + "…";
    }
}
