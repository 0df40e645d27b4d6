using System.Collections.Concurrent;
using Hongyan.Storage;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>
/// Makes one message of its many deliveries: the first starts it, one that arrives meanwhile joins it, a later one gets the stored
/// answer. It is the memory of the last minutes; what an earlier process knew is put into it at start.
/// </summary>
internal sealed class Deduplicator(IOptions<BotOptions> options, TimeProvider time)
{
    /// <summary>More answers than this are kept for <see cref="ShortestWindow"/> only, so that a flood does not fill the memory.</summary>
    private const int ManyAnswers = 100_000;

    /// <summary>The platform's last retry comes some 15 seconds after the first delivery.</summary>
    public static readonly TimeSpan ShortestWindow = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<MessageKey, Delivery> _deliveries = new();
    private readonly ConcurrentQueue<(Delivery Delivery, long CompletedAt)> _completed = new();
    private int _forgetting;

    /// <summary>How many messages are remembered.</summary>
    public int Count => _deliveries.Count;

    /// <summary>The delivery of this message; <paramref name="isFirst"/> tells the caller to start it.</summary>
    public Delivery Join(MessageKey key, UserRef conversation, out bool isFirst)
    {
        Forget();
        if (_deliveries.TryGetValue(key, out var known))
        {
            isFirst = false;
            return known;
        }
        var own = new Delivery(key, conversation);
        var delivery = _deliveries.GetOrAdd(key, own);
        isFirst = ReferenceEquals(delivery, own);
        return delivery;
    }

    /// <summary>Says that the answer is known, so that its time to be kept begins.</summary>
    public void Complete(Delivery delivery, ReadOnlyMemory<byte> answer, HandOver handOver)
    {
        delivery.Complete(answer, handOver);
        _completed.Enqueue((delivery, time.GetTimestamp()));
    }

    /// <summary>Says that the store refused the message. It is kept for as long as an answer, because the next delivery brings it in again.</summary>
    public void Refuse(Delivery delivery)
    {
        delivery.Refuse();
        _completed.Enqueue((delivery, time.GetTimestamp()));
    }

    /// <summary>Forgets a message at once, so that it can run once more.</summary>
    public void Forget(MessageKey key) => _deliveries.TryRemove(key, out _);

    private void Forget()
    {
        // One at a time: between looking at the oldest and removing it, nobody else may have removed it.
        if (Interlocked.Exchange(ref _forgetting, 1) == 1)
            return;

        while (_completed.TryPeek(out var oldest) && IsForgettable(time.GetElapsedTime(oldest.CompletedAt)))
        {
            _completed.TryDequeue(out _);
            _deliveries.TryRemove(new(oldest.Delivery.Key, oldest.Delivery));
        }
        Volatile.Write(ref _forgetting, 0);
    }

    private bool IsForgettable(TimeSpan age) =>
        age >= options.Value.DuplicateWindow || (age >= ShortestWindow && _completed.Count > ManyAnswers);
}
