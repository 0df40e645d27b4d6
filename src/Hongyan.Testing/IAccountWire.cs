namespace Hongyan.Testing;

/// <summary>The platform's end of one account: how what people do is written down and delivered, and how the answer is read.</summary>
internal interface IAccountWire
{
    /// <summary>Which platform it is.</summary>
    ActionPlatform Platform { get; }

    /// <summary>Whether the bot can send messages by itself, so that an answer may come later.</summary>
    bool CanSend { get; }

    /// <summary>Writes what a person does as the document that the platform encrypts.</summary>
    /// <exception cref="ArgumentException">The platform has no such message or event.</exception>
    byte[] Write(MemberAction action, DocumentHeader header);

    /// <summary>Writes a document around fields that are given as they are.</summary>
    byte[] Write(string fields, DocumentHeader header);

    /// <summary>Delivers a document and reads the answer.</summary>
    /// <exception cref="BotTestException">The answer is nothing that the platform would take.</exception>
    Task<BotReply> DeliverAsync(Delivered delivered, CancellationToken cancellationToken);
}
