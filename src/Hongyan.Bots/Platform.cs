using System.Buffers;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;
using Hongyan.Storage;

namespace Hongyan;

/// <summary>
/// What the delivery of messages has to know about a platform, and the only place here that knows one from another: how messages are read,
/// from the wire and from the inbox, how passive replies are written, and what can be sent actively. Another platform is another one of these.
/// </summary>
internal sealed class Platform
{
    private static readonly Platform WeCom = new(IncomingParser.WeCom, Hongyan.WeCom.ReplyWriter.Write, lacks: reply => reply is MusicReply)
    {
        WhatSendingTakes = "its Secret and AgentId",
    };

    private static readonly Platform OfficialAccount = new(IncomingParser.OfficialAccount, Hongyan.OfficialAccount.ReplyWriter.Write, lacks: _ => false)
    {
        WhatSendingTakes = "its Secret and Verified, the platform's verification (微信认证)",
    };

    private readonly IncomingParser _parser;
    private readonly ReplyWrite _write;
    private readonly Func<Reply, bool> _lacks;

    private Platform(IncomingParser parser, ReplyWrite write, Func<Reply, bool> lacks)
    {
        _parser = parser;
        _write = write;
        _lacks = lacks;
    }

    private delegate void ReplyWrite(Reply reply, in ReplyHeader header, IBufferWriter<byte> output);

    /// <summary>What an account needs to send messages by itself, as it reads in a sentence.</summary>
    public required string WhatSendingTakes { get; init; }

    /// <summary>The platform of an account.</summary>
    /// <exception cref="HongyanException">There is no such platform.</exception>
    public static Platform Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Platform switch
        {
            "WeCom" => WeCom,
            "OfficialAccount" => OfficialAccount,
            _ => throw new HongyanException($"Account '{account.Name}' is of platform '{account.Platform}'; there are WeCom and OfficialAccount."),
        };
    }

    /// <summary>Reads one decrypted document.</summary>
    public Incoming Parse(ReadOnlyMemory<byte> document) => _parser.Parse(document);

    /// <summary>Writes the plaintext of a passive reply.</summary>
    /// <exception cref="HongyanException">The platform has no such reply, or a field breaks a limit.</exception>
    public void Write(Reply reply, Incoming incoming, DateTimeOffset now, IBufferWriter<byte> output) =>
        _write(reply, new ReplyHeader(incoming.FromUser, incoming.ToUser, now) { AnswersEvent = incoming is IncomingEvent }, output);

    /// <summary>Whether the reply may go out as an active message too.</summary>
    public bool CanSend(Reply reply) => ReplyJson.KindOf(reply) is not null && !_lacks(reply);
}
