using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads the body of a 200: nothing, success, or an envelope with a passive reply that must be right in every part.</summary>
internal static class ReplyReader
{
    /// <summary>Judges a body.</summary>
    /// <param name="app">Whose callback it answers.</param>
    /// <param name="userId">Who is to see the reply.</param>
    /// <param name="type">MsgType or Event that is answered.</param>
    /// <param name="policy">Which reply that takes.</param>
    /// <param name="body">The body.</param>
    public static ReplyVerdict Read(WeComApp app, string userId, string type, ReplyPolicy policy, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return ReplyVerdict.Accepted();
        if (ReplyXml.Decode(body)?.Trim() is not { } text)
            return ReplyVerdict.Rejected(Finding.Of(FindingKind.ReplyNotUtf8, CallbackError.ParseFailed));
        if (text.Length == 0 || text == "success")
            return ReplyVerdict.Accepted();
        if (text[0] != '<')
            return ReplyVerdict.Accepted(Finding.Of(FindingKind.AnswerNotEnvelope, ReplyXml.Excerpt(text)));

        var root = ReplyXml.Parse(text, out var hasDtd, out var complaint);
        if (hasDtd && text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
            return ReplyVerdict.Accepted(Finding.Of(FindingKind.AnswerNotEnvelope, ReplyXml.Excerpt(text)));
        if (root is null)
            return ReplyVerdict.Rejected(hasDtd
                ? Finding.Of(FindingKind.ReplyDtd, CallbackError.ParseFailed)
                : Finding.Of(FindingKind.ReplyNotXml, CallbackError.ParseFailed, complaint));
        if (root.Element("Encrypt") is null)
            return root.Element("MsgType") is null && root.Element("MsgSignature") is null
                ? ReplyVerdict.Accepted(Finding.Of(FindingKind.AnswerNotEnvelope, ReplyXml.Excerpt(text)))
                : ReplyVerdict.Rejected(MissingEncrypt(root));

        var opened = ReplyEnvelope.Open(root, app.Callback, app.CorpId, out var problem);
        return problem is not null ? ReplyVerdict.Rejected(problem) : Judge(app, userId, type, policy, opened.Span);
    }

    private static Finding MissingEncrypt(XElement root) => root.Element("MsgType") is null
        ? Finding.Of(FindingKind.ReplyMissingPart, CallbackError.ParseFailed, "Encrypt")
        : Finding.Of(FindingKind.ReplyPlaintext, CallbackError.ParseFailed);

    private static ReplyVerdict Judge(WeComApp app, string userId, string type, ReplyPolicy policy, ReadOnlySpan<byte> message)
    {
        if (ReplyXml.Decode(message) is not { } text)
            return ReplyVerdict.Rejected(Finding.Of(FindingKind.MessageNotUtf8, CallbackError.ParseFailed));
        if (text.Trim() is "" or "success")
            return ReplyVerdict.Accepted() with { DecryptedReply = text };

        var root = ReplyXml.Parse(text, out var hasDtd, out var complaint);
        if (root is null)
            return ReplyVerdict.Rejected(
                hasDtd
                    ? Finding.Of(FindingKind.MessageDtd, CallbackError.ParseFailed)
                    : Finding.Of(FindingKind.MessageNotXml, CallbackError.ParseFailed, complaint),
                text);

        var reply = PassiveReplyParser.Parse(root, app.CorpId, userId, out var problem, out var note);
        if (reply is null)
            return ReplyVerdict.Rejected(problem!, text);

        var refusal = Refusal(reply, type, policy);
        return new()
        {
            Outcome = refusal is null ? AttemptOutcome.Replied : AttemptOutcome.Accepted,
            Reply = refusal is null ? reply : null,
            DecryptedReply = text,
            Notes = [.. new[] { refusal, note }.OfType<Finding>()],
        };
    }

    private static Finding? Refusal(PassiveReply reply, string type, ReplyPolicy policy) => (policy, reply.IsCardUpdate) switch
    {
        (ReplyPolicy.None, _) => Finding.Of(FindingKind.ReplyNotAllowed, type),
        (ReplyPolicy.CardUpdates, false) => Finding.Of(FindingKind.OnlyCardUpdate, reply.Type),
        (ReplyPolicy.Messages, true) => Finding.Of(FindingKind.CardUpdateNotAllowed, reply.Type),
        _ => null,
    };
}
