using System.Buffers;
using System.Buffers.Text;
using Hongyan.Storage;
using Hongyan.WeCom;

namespace Hongyan;

/// <summary>
/// Tells the platform how far the answers of robots have got (流式消息刷新): from memory, without a handler. The id of a stream is the key of
/// the message it answers, so the stream is found again after a restart too, where the message was stored.
/// </summary>
internal sealed class AnswerStreams(Deduplicator deduplicator, MessageRuns runs, IInbox inbox, BotTexts texts, TimeProvider time)
{
    private const int HashLength = 32;
    private const int IdLength = 43;

    /// <summary>The id of the stream that answers a message.</summary>
    public static string IdOf(MessageKey key)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        key.CopyHashTo(hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>Whether a message can be answered by a stream.</summary>
    public static bool CanAnswer(Bot bot, Incoming incoming) => bot.Platform.Streams && incoming is IncomingMessage { FromUser.Length: > 0 };

    /// <summary>Answers a delivery with what there is of the stream; false where the whole answer is about to be committed.</summary>
    public bool TryBegin(Delivery delivery, out ReadOnlyMemory<byte> answer)
    {
        var begins = delivery.TryBeginStream(time.GetUtcNow());
        answer = begins ? Growing(delivery) : default;
        return begins;
    }

    /// <summary>Answers the question how far a stream has got.</summary>
    public ValueTask<ReadOnlyMemory<byte>> RefreshAsync(Bot bot, StreamRefreshEvent refresh, CancellationToken cancellationToken)
    {
        if (KeyOf(bot.Account, refresh.StreamId) is not { } key)
            return new(Finished(refresh.StreamId, texts.Get("StreamLost")));
        return deduplicator.Find(key) is { } delivery ? new(Refresh(refresh, delivery)) : RefreshElsewhereAsync(refresh, key, cancellationToken);
    }

    /// <summary>Another process may run the message: it alone knows what is said so far, but everybody can read how it ended.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> RefreshElsewhereAsync(StreamRefreshEvent refresh, MessageKey key, CancellationToken cancellationToken) =>
        await inbox.FindAsync(key, cancellationToken).ConfigureAwait(false) switch
        {
            null => Finished(refresh.StreamId, texts.Get("StreamLost")),
            { Status: InboxStatus.Elsewhere } => Written(refresh.StreamId, texts.Get("StreamThinking"), isFinished: false),
            { HandOver: HandOver.Passive } known => known.StoredAnswer,
            _ => Finished(refresh.StreamId, texts.Get("StreamApart")),
        };

    private ReadOnlyMemory<byte> Refresh(StreamRefreshEvent refresh, Delivery delivery)
    {
        if (!delivery.IsCompleted)
        {
            delivery.Ask(time.GetUtcNow());
            return Growing(delivery);
        }
        var answer = runs.Take(delivery);
        return answer.IsEmpty ? Finished(refresh.StreamId, texts.Get("StreamApart")) : answer;
    }

    private static MessageKey? KeyOf(Account account, string streamId)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        return streamId.Length == IdLength && Base64Url.IsValid(streamId) && Base64Url.TryDecodeFromChars(streamId, hash, out var written) && written == HashLength
            ? MessageKey.FromHash(account.Name, hash)
            : null;
    }

    private ReadOnlyMemory<byte> Growing(Delivery delivery) =>
        Written(IdOf(delivery.Key), delivery.Snapshot is { Length: > 0 } said ? said : texts.Get("StreamThinking"), isFinished: false);

    private static ReadOnlyMemory<byte> Finished(string streamId, string text) => Written(streamId, text, isFinished: true);

    private static ReadOnlyMemory<byte> Written(string streamId, string text, bool isFinished)
    {
        var document = new ArrayBufferWriter<byte>(256);
        RobotReplyWriter.WriteStream(streamId, text, isFinished, document);
        return document.WrittenMemory;
    }
}
