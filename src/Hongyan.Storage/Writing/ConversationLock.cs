using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Storage.Writing;

/// <summary>
/// The number of a conversation that all processes know it by. Two conversations may have the same one: then they wait for each other for a
/// moment, and nothing else happens.
/// </summary>
internal static class ConversationLock
{
    /// <summary>The number of a message's conversation; of the message alone where nobody wrote it, because there is no order to keep.</summary>
    public static long Of(MessageKey key, UserRef conversation) => conversation.Id.Length == 0 ? (long)(ulong)key.Low : Of(conversation);

    private static long Of(UserRef conversation)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation.Account}\n{conversation.Id}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
