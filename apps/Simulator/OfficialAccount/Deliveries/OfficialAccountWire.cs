using Hongyan.Protocol;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Callbacks of a 公众号: in one of three modes, <c>signature</c> on each of them.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Message_encryption_and_decryption_instructions.html.</remarks>
internal sealed class OfficialAccountWire(Account account) : ICallbackWire
{
    // Of no account in the simulator.
    private const string ForeignAppId = "wxffffffffffffffff";

    // What the follower sees in place of an answer. Both sentences are the platform's; which one it takes when is not documented.
    private const string NoAnswerNotice = "该公众号暂时无法提供服务，请稍后再试";
    private const string BadAnswerNotice = "该公众号提供的服务出现故障，请稍后再试";

    private const string Start = "<xml>";

    public CallbackSettings Callback => account.Callback;

    public SealedCallback Seal(Delivery delivery, DateTimeOffset now, IReadOnlyList<FaultKind> faults)
    {
        var signer = faults.Contains(FaultKind.WrongSignature) ? CallbackSettings.RandomToken() : account.Callback.Token;
        var (timestamp, nonce) = (CallbackSettings.Timestamp(now), CallbackSettings.RandomNonce());
        var query = $"signature={Sign(signer, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid={Uri.EscapeDataString(delivery.Member)}";
        var body = delivery.Plaintext;
        if (account.Mode != CallbackMode.Plaintext)
        {
            var encrypted = account.Callback.Encrypt(faults.Contains(FaultKind.ForeignReceiveId) ? ForeignAppId : account.AppId, delivery.Plaintext);
            query += $"&encrypt_type=aes&msg_signature={SignatureVerifier.Sign(signer, timestamp, nonce, encrypted)}";
            var envelope = PlaintextWriter.WriteDocument(xml =>
            {
                if (account.Mode == CallbackMode.Safe)
                    xml.Text("ToUserName", account.OriginalId);
                xml.Text("Encrypt", encrypted);
            });
            body = account.Mode == CallbackMode.Safe ? envelope : Join(delivery.Plaintext, envelope);
        }
        return new(account.Callback.WithQuery(query), faults.Contains(FaultKind.TruncatedBody) ? body[..(body.Length / 2)] : body);
    }

    public ReplyVerdict Judge(Delivery delivery, ReadOnlySpan<byte> body) =>
        OfficialAccountReplyReader.Read(account, delivery.Member, delivery.Type, delivery.Event, delivery.Replies, body);

    // Where no reply would be shown, nothing takes its place either.
    public string? NoticeOf(Delivery delivery, DeliveryAttempt attempt) =>
        delivery.Replies == ReplyPolicy.None ? null
        : attempt.Outcome == AttemptOutcome.RejectedReply ? BadAnswerNotice
        : attempt.Outcome == AttemptOutcome.Dropped ? null
        : NoAnswerNotice;

    /// <summary>Makes the request of a URL verification, the same in all modes.</summary>
    public static SealedCallback Verification(CallbackSettings callback, string echo, DateTimeOffset now)
    {
        var (timestamp, nonce) = (CallbackSettings.Timestamp(now), CallbackSettings.RandomNonce());
        return new(callback.WithQuery($"signature={Sign(callback.Token, timestamp, nonce)}&echostr={echo}&timestamp={timestamp}&nonce={nonce}"), "");
    }

    // The signature of three parts: an empty one adds nothing to what is hashed.
    private static string Sign(string token, string timestamp, string nonce) => SignatureVerifier.Sign(token, timestamp, nonce, "");

    // The compatible mode has the fields of both documents in one.
    private static string Join(string plaintext, string envelope) => plaintext[..^"</xml>".Length] + envelope[Start.Length..];
}
