using System.Runtime.InteropServices;
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

    // One lock and plain collections: a concurrent dictionary keeps a node for each message at a random place, which costs the garbage
    // collector more time than a lock that is held for a look-up costs the others (bench/README.md).
    private readonly Lock _gate = new();
    private readonly Dictionary<MessageKey, Delivery> _deliveries = [];
    private readonly Queue<(Delivery Delivery, long CompletedAt)> _completed = [];

    /// <summary>How many messages are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _deliveries.Count;
        }
    }

    /// <summary>The delivery of this message; <paramref name="isFirst"/> tells the caller to start it.</summary>
    public Delivery Join(MessageKey key, UserRef conversation, out bool isFirst)
    {
        lock (_gate)
        {
            ForgetTheOldest();
            ref var delivery = ref CollectionsMarshal.GetValueRefOrAddDefault(_deliveries, key, out var isKnown);
            isFirst = !isKnown;
            return delivery ??= new Delivery(key, conversation);
        }
    }

    /// <summary>The delivery of a message that is remembered; null where it is not.</summary>
    public Delivery? Find(MessageKey key)
    {
        lock (_gate)
            return _deliveries.GetValueOrDefault(key);
    }

    /// <summary>Says that the answer is known, so that its time to be kept begins.</summary>
    public void Complete(Delivery delivery, ReadOnlyMemory<byte> answer, HandOver handOver)
    {
        delivery.Complete(answer, handOver);
        Keep(delivery);
    }

    /// <summary>Says that the store refused the message. It is kept for as long as an answer, because the next delivery brings it in again.</summary>
    public void Refuse(Delivery delivery)
    {
        delivery.Refuse();
        Keep(delivery);
    }

    /// <summary>Forgets a message at once, so that it can run once more.</summary>
    public void Forget(MessageKey key)
    {
        lock (_gate)
            _deliveries.Remove(key);
    }

    private void Keep(Delivery delivery)
    {
        lock (_gate)
            _completed.Enqueue((delivery, time.GetTimestamp()));
    }

    private void ForgetTheOldest()
    {
        while (_completed.TryPeek(out var oldest) && IsForgettable(time.GetElapsedTime(oldest.CompletedAt)))
        {
            _completed.Dequeue();
            // A message that a person had run once more has another delivery by now.
            if (_deliveries.TryGetValue(oldest.Delivery.Key, out var known) && ReferenceEquals(known, oldest.Delivery))
                _deliveries.Remove(oldest.Delivery.Key);
        }
    }

    private bool IsForgettable(TimeSpan age) =>
        age >= options.Value.DuplicateWindow || (age >= ShortestWindow && _completed.Count > ManyAnswers);
}
