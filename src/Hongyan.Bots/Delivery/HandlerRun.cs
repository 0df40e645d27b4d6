using Hongyan.Storage;

namespace Hongyan;

/// <summary>One message that is to be handled: by whom, what it is, and who waits for it. A message that the store refused is run again, as another one of these.</summary>
/// <param name="bot">Who answers.</param>
/// <param name="incoming">The message as its record.</param>
/// <param name="delivery">Who waits.</param>
/// <param name="receivedAt">When it was first delivered.</param>
internal sealed class HandlerRun(Bot bot, Incoming incoming, Delivery delivery, DateTimeOffset receivedAt)
{
    private static readonly TaskCompletionSource Over = NewOver();

    private TaskCompletionSource? _ended;

    /// <summary>Ends when the platform hangs up the request that brought the message in; never for one that no request waits for.</summary>
    public CancellationToken HungUp { get; init; }

    /// <summary>Whether that request counts as gone, because the handler kept its thread until after the platform had hung up.</summary>
    public bool IsAbandoned { get; private set; }

    public Bot Bot => bot;

    public Incoming Incoming => incoming;

    public Delivery Delivery => delivery;

    public DateTimeOffset ReceivedAt => receivedAt;

    public string Account => bot.Account.Name;

    public MessageKey Key => delivery.Key;

    /// <summary>The kind of message, such as <c>TextMessage</c>.</summary>
    public string Kind => incoming.GetType().Name;

    /// <summary>Ends with the run: its outcome is committed, or the store has refused the message and its handler is done. The conversation's next message then begins.</summary>
    public Task Ended
    {
        get
        {
            // Most runs have nobody behind them, so most need none.
            if (Volatile.Read(ref _ended) is { } known)
                return known.Task;
            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _ended, made, null) ?? made).Task;
        }
    }

    /// <summary>The message as the inbox keeps it.</summary>
    public InboxMessage ToInbox() => new(Key, delivery.Conversation, Kind, incoming.Raw, receivedAt);

    /// <summary>
    /// Says that the handler has let go of the thread that it began on. Had it kept that for seconds, nobody could have told the delivery that
    /// the platform hung up, and the answer would go out on a request that is gone.
    /// </summary>
    public void LetGo()
    {
        if (!HungUp.IsCancellationRequested)
            return;
        IsAbandoned = true;
        delivery.Leave();
    }

    /// <summary>Says that the run has ended.</summary>
    public void End() => Interlocked.Exchange(ref _ended, Over)?.TrySetResult();

    private static TaskCompletionSource NewOver()
    {
        var over = new TaskCompletionSource();
        over.SetResult();
        return over;
    }
}
