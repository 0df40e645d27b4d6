using Hongyan.Storage;

namespace Hongyan;

/// <summary>
/// Sends messages of one account at any time, not as the answer to a callback (主动消息). Registered with the account's name as key;
/// <c>AddWeCom</c> does so.
/// </summary>
public interface IActiveSender
{
    /// <summary>Whether the account can send at all; false where the configuration lacks what it takes, such as the secret.</summary>
    bool IsAvailable { get; }

    /// <summary>Sends one message and says what came of it. Throws nothing but a cancellation.</summary>
    /// <param name="message">To whom and what.</param>
    /// <param name="cancellationToken">Ends the call; what it did is then unknown.</param>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
