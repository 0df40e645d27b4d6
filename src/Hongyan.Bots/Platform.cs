using System.Buffers;
using System.Text;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;
using Hongyan.Storage;
using Hongyan.WeCom;

namespace Hongyan;

/// <summary>
/// What the delivery of messages has to know about a platform, and the only place here that knows one from another: how messages are read,
/// from the wire and from the inbox, how passive replies are written, and what can be sent actively. Another platform is another one of these.
/// </summary>
internal sealed class Platform
{
    private static readonly Platform WeCom = new(IncomingParser.WeCom, Documents(Hongyan.WeCom.ReplyWriter.Write), lacks: reply => reply is MusicReply)
    {
        WhatSendingTakes = "its Secret and AgentId",
    };

    private static readonly Platform OfficialAccount = new(IncomingParser.OfficialAccount, Documents(Hongyan.OfficialAccount.ReplyWriter.Write), lacks: reply => reply is TemplateCardReply)
    {
        WhatSendingTakes = "its Secret and Verified, the platform's verification (微信认证)",
    };

    private static readonly Platform WeComRobot = new(
        IncomingParser.WeComRobot,
        (Reply reply, in ReplyTarget target, IBufferWriter<byte> output) =>
            RobotReplyWriter.Write(reply, target.Incoming, AnswerStreams.IdOf(target.Key), target.IsStreaming, output),
        lacks: reply => reply is not (TextReply or TemplateCardReply))
    {
        WhatSendingTakes = "a message that came with a response_url",
        Streams = true,
    };

    private static readonly ReadOnlyMemory<byte> Success = "success"u8.ToArray();

    private readonly IncomingParser _parser;
    private readonly ReplyWrite _write;
    private readonly Func<Reply, bool> _lacks;

    private Platform(IncomingParser parser, ReplyWrite write, Func<Reply, bool> lacks)
    {
        _parser = parser;
        _write = write;
        _lacks = lacks;
    }

    private delegate void ReplyWrite(Reply reply, in ReplyTarget target, IBufferWriter<byte> output);

    private delegate void DocumentWrite(Reply reply, in ReplyHeader header, IBufferWriter<byte> output);

    /// <summary>What an account needs to send messages by itself, as it reads in a sentence.</summary>
    public required string WhatSendingTakes { get; init; }

    /// <summary>
    /// Whether it is a robot's: messages have ids that tell them apart, answers may grow while they are read, and what is sent goes to the
    /// address that a message brought.
    /// </summary>
    public bool Streams { get; private init; }

    /// <summary>The platform of an account.</summary>
    /// <exception cref="HongyanException">There is no such platform.</exception>
    public static Platform Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Platform switch
        {
            "WeCom" => WeCom,
            "OfficialAccount" => OfficialAccount,
            "WeComRobot" => WeComRobot,
            _ => throw new HongyanException($"Account '{account.Name}' is of platform '{account.Platform}'; there are WeCom, WeComRobot and OfficialAccount."),
        };
    }

    /// <summary>Reads one decrypted document.</summary>
    public Incoming Parse(ReadOnlyMemory<byte> document) => _parser.Parse(document);

    /// <summary>What makes two deliveries the same message.</summary>
    public MessageKey KeyOf(Account account, Incoming incoming) => Streams && incoming.Robot is { MessageId.Length: > 0 } robot
        ? MessageKey.Of(account, Encoding.UTF8.GetBytes(robot.MessageId))
        : MessageKey.Of(account, incoming);

    /// <summary>Whether the platform takes this reply as the answer to what arrived.</summary>
    public bool CanAnswer(Incoming incoming, Reply reply) => !Streams || RobotReplyWriter.CanAnswer(incoming, reply);

    /// <summary>What is answered where there is no reply: nothing, but to a suite or a third-party platform the word that the platform wants to read, or it takes the ticket for lost.</summary>
    public static ReadOnlyMemory<byte> NoReplyTo(Incoming incoming) => incoming.IsForThirdParty ? Success : default;

    /// <summary>Writes the plaintext of a passive reply.</summary>
    /// <exception cref="HongyanException">The platform has no such reply, or a field breaks a limit.</exception>
    public void Write(Reply reply, in ReplyTarget target, IBufferWriter<byte> output) => _write(reply, target, output);

    /// <summary>Whether the reply may go out as an active message too.</summary>
    public bool CanSend(Reply reply) => ReplyJson.KindOf(reply) is not null && !_lacks(reply);

    private static ReplyWrite Documents(DocumentWrite write) => (Reply reply, in ReplyTarget target, IBufferWriter<byte> output) =>
    {
        var incoming = target.Incoming;
        write(reply, new ReplyHeader(incoming.FromUser, incoming.ToUser, target.Now) { AnswersEvent = incoming is IncomingEvent }, output);
    };
}
