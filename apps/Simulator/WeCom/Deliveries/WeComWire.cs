using System.Globalization;
using Hongyan.Protocol;

namespace Hongyan.Simulator.WeCom;

/// <summary>Callbacks of an app: always encrypted, with the company as receiveid.</summary>
internal sealed class WeComWire(WeComApp app) : ICallbackWire
{
    /// <summary>Of no company in the simulator.</summary>
    public const string ForeignCorpId = "wwffffffffffffffff";

    public CallbackSettings Callback => app.Callback;

    public SealedCallback Seal(Delivery delivery, DateTimeOffset now, IReadOnlyList<FaultKind> faults) => Seal(app, delivery.Plaintext, now, faults);

    public ReplyVerdict Judge(Delivery delivery, ReadOnlySpan<byte> body) =>
        ReplyReader.Read(app, delivery.Member, delivery.Event ?? delivery.Type, delivery.Replies, body);

    // 企业微信 shows a member nothing of a bot that fails.
    public string? NoticeOf(Delivery delivery, DeliveryAttempt attempt) => null;

    /// <summary>Seals a plaintext, with the faults that spoil a request. Everything but the plaintext is new each time.</summary>
    public static SealedCallback Seal(WeComApp app, string plaintext, DateTimeOffset now, IReadOnlyList<FaultKind> faults)
    {
        var encrypted = app.Callback.Encrypt(faults.Contains(FaultKind.ForeignReceiveId) ? ForeignCorpId : app.CorpId, plaintext);
        var signer = faults.Contains(FaultKind.WrongSignature) ? app.Callback with { Token = CallbackSettings.RandomToken() } : app.Callback;
        var envelope = PlaintextWriter.WriteDocument(xml => xml
            .Text("ToUserName", app.CorpId)
            .Text("AgentID", app.AgentId.ToString(CultureInfo.InvariantCulture))
            .Text("Encrypt", encrypted));
        return new(Sign(signer, encrypted, now), faults.Contains(FaultKind.TruncatedBody) ? envelope[..(envelope.Length / 2)] : envelope);
    }

    /// <summary>Makes the request of a URL verification.</summary>
    public static SealedCallback Verification(string corpId, CallbackSettings callback, string echo, DateTimeOffset now)
    {
        var encrypted = callback.Encrypt(corpId, echo);
        return new(Sign(callback, encrypted, now, "&echostr=" + Uri.EscapeDataString(encrypted)), "");
    }

    /// <summary>The address of a request, signed.</summary>
    public static Uri Sign(CallbackSettings callback, string encrypted, DateTimeOffset now, string more = "")
    {
        var (timestamp, nonce) = (CallbackSettings.Timestamp(now), CallbackSettings.RandomNonce());
        var signature = SignatureVerifier.Sign(callback.Token, timestamp, nonce, encrypted);
        return callback.WithQuery($"msg_signature={signature}&timestamp={timestamp}&nonce={nonce}{more}");
    }
}
