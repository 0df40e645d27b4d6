using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>
/// Answers that nobody took and that cannot be sent: the person's next text takes one along. A text that was written before the person
/// was told so is answered for itself.
/// </summary>
internal sealed class WaitingAnswers
{
    private readonly ConcurrentDictionary<UserRef, ConcurrentQueue<(Delivery Delivery, DateTimeOffset Since)>> _waiting = new();

    public void Add(Delivery delivery, DateTimeOffset since) =>
        _waiting.GetOrAdd(delivery.Conversation, static _ => new()).Enqueue((delivery, since));

    /// <summary>Whether an answer may wait for this person.</summary>
    public bool Has(UserRef person) => !_waiting.IsEmpty && _waiting.ContainsKey(person);

    /// <summary>Takes the oldest answer of this person; the caller has the conversation to itself.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="askedAt">When the person wrote.</param>
    /// <param name="now">The time. An answer that is there since later was there before the clock was set back.</param>
    /// <param name="source">The message that it answers.</param>
    /// <returns>The answer; empty where none waits.</returns>
    public ReadOnlyMemory<byte> Take(UserRef person, DateTimeOffset askedAt, DateTimeOffset now, out Delivery? source)
    {
        source = null;
        if (_waiting.IsEmpty || !_waiting.TryGetValue(person, out var queue))
            return default;
        while (queue.TryPeek(out var oldest) && (oldest.Since <= askedAt || oldest.Since > now) && queue.TryDequeue(out _))
        {
            var answer = oldest.Delivery.Take(out var isTaken);
            if (!isTaken)
                continue;
            source = oldest.Delivery;
            return answer;
        }
        if (queue.IsEmpty)
            _waiting.TryRemove(new(person, queue));
        return default;
    }
}
