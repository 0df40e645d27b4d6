using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Protocol;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads the body of a 200 to a robot's callback: nothing, or an envelope of JSON with an answer that must be right in every part.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101033.</remarks>
internal sealed class RobotAnswerReader(MediaStore media)
{
    private const int ExcerptLength = 60;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Judges a body.</summary>
    /// <param name="robot">Whose callback it answers.</param>
    /// <param name="nonce">Of that callback.</param>
    /// <param name="situation">What the callback was for.</param>
    /// <param name="before">What the stream has shown so far, or the card that was clicked; null where there is nothing yet.</param>
    /// <param name="body">The body.</param>
    public RobotVerdict Read(WeComRobot robot, string nonce, RobotSituation situation, RobotReply? before, ReadOnlySpan<byte> body)
    {
        if (ReplyXml.Decode(body)?.Trim() is not { } text)
            return RobotVerdict.Rejected(Finding.Of(FindingKind.ReplyNotUtf8, CallbackError.ParseFailed));
        if (text is "" or "success")
            return RobotVerdict.Accepted();
        if (text[0] != '{')
            return RobotVerdict.Accepted(Finding.Of(FindingKind.AnswerNotEnvelope, Excerpt(text)));
        if (Parse(text, out var complaint) is not { } envelope)
            return RobotVerdict.Rejected(Finding.Of(FindingKind.RobotReplyNotJson, CallbackError.ParseFailed, complaint));
        if (envelope["encrypt"] is null && envelope["msgsignature"] is null)
            return envelope["msgtype"] is not null || envelope["response_type"] is not null
                ? RobotVerdict.Rejected(Finding.Of(FindingKind.RobotReplyPlaintext, CallbackError.ParseFailed))
                : RobotVerdict.Accepted(Finding.Of(FindingKind.AnswerNotEnvelope, Excerpt(text)));

        var message = Open(robot, envelope, out var problem);
        if (problem is not null)
            return RobotVerdict.Rejected(problem);
        var verdict = Judge(situation, before, message.Span);
        return PartOf(envelope, "nonce") == nonce
            ? verdict
            : verdict with { Notes = [.. verdict.Notes, Finding.Of(FindingKind.RobotNonce)] };
    }

    private static ReadOnlyMemory<byte> Open(WeComRobot robot, JsonObject envelope, out Finding? problem)
    {
        foreach (var part in new[] { "encrypt", "msgsignature", "timestamp", "nonce" })
        {
            if (PartOf(envelope, part).Length > 0)
                continue;
            problem = Finding.Of(FindingKind.ReplyMissingPart, CallbackError.ParseFailed, part);
            return default;
        }

        var encrypted = Encoding.UTF8.GetBytes(PartOf(envelope, "encrypt"));
        if (!SignatureVerifier.Verify(
            Encoding.UTF8.GetBytes(robot.Callback.Token), Bytes("timestamp"), Bytes("nonce"), encrypted, Bytes("msgsignature")))
        {
            problem = Finding.Of(FindingKind.RobotReplySignature, CallbackError.SignatureMismatch);
            return default;
        }

        var opened = new MessageCipher(robot.Callback.EncodingAESKey, RobotAttempts.ReceiveId).Decrypt(encrypted);
        problem = opened.Error switch
        {
            CallbackError.None => null,
            CallbackError.Base64DecodeFailed => Finding.Of(FindingKind.ReplyBase64, opened.Error),
            CallbackError.DecryptFailed => Finding.Of(FindingKind.ReplyCipherLength, opened.Error),
            CallbackError.ReceiveIdMismatch => Finding.Of(FindingKind.RobotReplyReceiveId, opened.Error),
            _ => Finding.Of(FindingKind.ReplyBuffer, CallbackError.IllegalBuffer),
        };
        return opened.Message;

        byte[] Bytes(string part) => Encoding.UTF8.GetBytes(PartOf(envelope, part));
    }

    private RobotVerdict Judge(RobotSituation situation, RobotReply? before, ReadOnlySpan<byte> message)
    {
        if (ReplyXml.Decode(message) is not { } text)
            return RobotVerdict.Rejected(Finding.Of(FindingKind.MessageNotUtf8, CallbackError.ParseFailed));
        if (string.IsNullOrWhiteSpace(text))
            return RobotVerdict.Accepted() with { DecryptedReply = text };
        if (Parse(text, out var complaint) is not { } root)
            return RobotVerdict.Rejected(Finding.Of(FindingKind.RobotMessageNotJson, CallbackError.ParseFailed, complaint), text);

        var parser = new RobotReplyParser(root, situation, before, media);
        return parser.Parse() is { } reply
            ? new() { Outcome = AttemptOutcome.Replied, Reply = reply, DecryptedReply = text, Notes = parser.Notes }
            : RobotVerdict.Rejected(parser.Problem!, text);
    }

    private static JsonObject? Parse(string text, out string complaint)
    {
        try
        {
            complaint = "";
            if (JsonNode.Parse(text, documentOptions: Strict) is JsonObject root)
                return root;
            complaint = "not an object";
        }
        catch (JsonException exception)
        {
            complaint = exception.Message;
        }
        return null;
    }

    // timestamp is a number in the document; its digits as text are signed the same.
    private static string PartOf(JsonObject envelope, string name) =>
        envelope[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";

    private static string Excerpt(string text) => text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";
}
