using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Reads the body of a 200: nothing, success, or a passive reply in the mode of the account. Anything else, and the follower is told that the account is out of order.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html.</remarks>
internal static class OfficialAccountReplyReader
{
    // Since 2018-10-12 an answer to a message shows one article; after an event it may be eight.
    private const int ArticlesAfterMessage = 1;

    /// <summary>Judges a body.</summary>
    /// <param name="account">Whose callback it answers.</param>
    /// <param name="openId">Who is to see the reply.</param>
    /// <param name="type">MsgType that is answered.</param>
    /// <param name="event">Event that is answered.</param>
    /// <param name="policy">Which reply that takes.</param>
    /// <param name="body">The body.</param>
    public static ReplyVerdict Read(Account account, string openId, string type, string? @event, ReplyPolicy policy, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body.SequenceEqual("success"u8))
            return ReplyVerdict.Accepted();
        if (ReplyXml.Decode(body) is not { } text)
            return ReplyVerdict.Rejected(Finding.Of(FindingKind.ReplyNotUtf8, CallbackError.ParseFailed));
        if (!text.AsSpan().TrimStart().StartsWith("<") || text.TrimStart().StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
            return ReplyVerdict.Rejected(Finding.Of(FindingKind.AccountAnswer, ReplyXml.Excerpt(text)));

        var root = ReplyXml.Parse(text.Trim(), out var hasDtd, out var complaint);
        if (root is null)
            return ReplyVerdict.Rejected(hasDtd
                ? Finding.Of(FindingKind.ReplyDtd, CallbackError.ParseFailed)
                : Finding.Of(FindingKind.ReplyNotXml, CallbackError.ParseFailed, complaint));
        if (root.Element("Encrypt") is null)
            return ReadPlaintext(account, root, text, openId, type, @event, policy);
        if (account.Mode == CallbackMode.Plaintext)
            return ReplyVerdict.Rejected(Finding.Of(FindingKind.ReplyEncrypted));

        var opened = ReplyEnvelope.Open(root, account.Callback, account.AppId, out var problem);
        return problem is not null ? ReplyVerdict.Rejected(problem) : Open(account, opened.Span, openId, type, @event, policy);
    }

    private static ReplyVerdict ReadPlaintext(
        Account account, XElement root, string text, string openId, string type, string? @event, ReplyPolicy policy) =>
        root.Element("MsgType") is null ? ReplyVerdict.Rejected(Finding.Of(FindingKind.AccountAnswer, ReplyXml.Excerpt(text)))
        : account.Mode == CallbackMode.Safe ? ReplyVerdict.Rejected(Finding.Of(FindingKind.ReplyNotEncrypted, CallbackError.ParseFailed))
        // The body is the reply: there is nothing to decrypt that could be shown beside it.
        : Judge(account, root, openId, type, @event, policy);

    private static ReplyVerdict Open(
        Account account, ReadOnlySpan<byte> message, string openId, string type, string? @event, ReplyPolicy policy)
    {
        if (ReplyXml.Decode(message) is not { } text)
            return ReplyVerdict.Rejected(Finding.Of(FindingKind.MessageNotUtf8, CallbackError.ParseFailed));
        if (text is "" or "success")
            return ReplyVerdict.Accepted() with { DecryptedReply = text };
        var root = ReplyXml.Parse(text, out var hasDtd, out var complaint);
        return root is null
            ? ReplyVerdict.Rejected(
                hasDtd
                    ? Finding.Of(FindingKind.MessageDtd, CallbackError.ParseFailed)
                    : Finding.Of(FindingKind.MessageNotXml, CallbackError.ParseFailed, complaint),
                text)
            : Judge(account, root, openId, type, @event, policy) with { DecryptedReply = text };
    }

    private static ReplyVerdict Judge(Account account, XElement root, string openId, string type, string? @event, ReplyPolicy policy)
    {
        var reply = Parse(root, account.OriginalId, openId, out var problem, out var note);
        if (reply is null)
            return ReplyVerdict.Rejected(problem!);
        if (policy == ReplyPolicy.None)
            return ReplyVerdict.Accepted(Finding.Of(FindingKind.ReplyNotAllowed, @event ?? type));
        if (@event is null && reply.Articles is { Count: > ArticlesAfterMessage } articles)
        {
            note = Finding.Of(FindingKind.ArticlesDropped, articles.Count);
            reply = reply with { Articles = [articles[0]] };
        }
        return new() { Outcome = AttemptOutcome.Replied, Reply = reply, Notes = note is null ? [] : [note] };
    }

    private static PassiveReply? Parse(XElement root, string originalId, string openId, out Finding? problem, out Finding? note)
    {
        note = null;
        problem = ReplyElements.CheckHeader(root, originalId, openId);
        if (problem is not null)
            return null;

        var type = ReplyElements.Text(root, "MsgType");
        switch (type)
        {
            case "music":
                problem = ReplyElements.Missing(root, "Music", "ThumbMediaId");
                return ReplyElements.Unless(problem, new()
                {
                    Type = type,
                    Title = ReplyElements.Text(root, "Music", "Title"),
                    Description = ReplyElements.Text(root, "Music", "Description"),
                    Music = new(
                        ReplyElements.Text(root, "Music", "MusicUrl"), ReplyElements.Text(root, "Music", "HQMusicUrl"),
                        ReplyElements.Text(root, "Music", "ThumbMediaId")),
                });

            case "transfer_customer_service":
                return new() { Type = type, KfAccount = ReplyElements.Text(root, "TransInfo", "KfAccount") is { Length: > 0 } kfAccount ? kfAccount : null };

            default:
                return ReplyElements.Read(root, type, out problem, out note);
        }
    }
}
