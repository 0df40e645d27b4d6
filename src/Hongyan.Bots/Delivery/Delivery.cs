using Hongyan.Storage;

namespace Hongyan;

/// <summary>One message and its answer, shared by all deliveries of it. Small, because it is kept for as long as a duplicate may come.</summary>
internal sealed class Delivery(MessageKey key, UserRef conversation)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _settled;
    private ReadOnlyMemory<byte> _answer;
    private HandOver _handOver;
    private int _waiting;
    private int _attempts;
    private bool _isDecided;
    private bool _isRefused;

    public MessageKey Key { get; } = key;

    /// <summary>Who wrote to which account.</summary>
    public UserRef Conversation { get; } = conversation;

    /// <summary>Whether the message is committed, so that the platform may be answered with 200.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>Whether the outcome is committed.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>The handler's run. It outlives a store that refuses the message, so that the next delivery brings in the same outcome.</summary>
    public Task<Outcome>? Run { get; set; }

    /// <summary>When the person was told to write again for the answer; null where not.</summary>
    public DateTimeOffset? PromisedAt { get; set; }

    /// <summary>Ends when the outcome is committed, or when the store refuses the message.</summary>
    public Task Settled
    {
        get
        {
            lock (_gate)
            {
                // Most handlers have answered by now, so most messages need none.
                if (IsCompleted || _isRefused)
                    return Task.CompletedTask;
                return (_settled ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    /// <summary>Says that a request is open that will wait; said before the handler starts, so that its answer is not taken for late.</summary>
    /// <returns>Which delivery of the message it is, from 1.</returns>
    public int Expect()
    {
        lock (_gate)
        {
            _waiting++;
            return ++_attempts;
        }
    }

    /// <summary>Says that a request goes away without the answer.</summary>
    /// <returns>False where the answer goes out on it: it is about to be committed, so wait for it.</returns>
    public bool TryStopWaiting()
    {
        lock (_gate)
        {
            if (_isDecided)
                return false;
            _waiting--;
            return true;
        }
    }

    /// <summary>Says that the platform hung up on a request, whatever was decided for it.</summary>
    public void HangUp()
    {
        lock (_gate)
            _waiting--;
    }

    /// <summary>Decides which way an answer takes that is being committed.</summary>
    /// <param name="otherwise">The way where nobody waits.</param>
    public HandOver Decide(HandOver otherwise)
    {
        lock (_gate)
        {
            _isDecided = _waiting > 0;
            return _isDecided ? HandOver.Passive : otherwise;
        }
    }

    /// <summary>Takes the decision back: the commit failed.</summary>
    public void Undecide()
    {
        lock (_gate)
            _isDecided = false;
    }

    public void Accept() => IsAccepted = true;

    /// <summary>Says that the store refused the message; whoever waits for it is told.</summary>
    public void Refuse()
    {
        TaskCompletionSource? settled;
        lock (_gate)
        {
            _isDecided = false;
            _isRefused = true;
            settled = _settled;
            _settled = null;
        }
        settled?.SetResult();
    }

    /// <summary>Whether the message was refused, so that this delivery is the one that brings it in once more.</summary>
    public bool TryBringIn()
    {
        lock (_gate)
        {
            if (!_isRefused)
                return false;
            _isRefused = false;
            return true;
        }
    }

    public void Complete(ReadOnlyMemory<byte> answer, HandOver handOver)
    {
        TaskCompletionSource? settled;
        lock (_gate)
        {
            _answer = answer;
            _handOver = handOver;
            IsCompleted = IsAccepted = true;
            Run = null;
            settled = _settled;
            _settled = null;
        }
        settled?.SetResult();
    }

    /// <summary>Takes the answer for a delivery that waited for it, or that has come again.</summary>
    /// <param name="isTaken">Whether it was waiting for somebody to take it, so that this has to be written down.</param>
    /// <returns>The answer; empty where there is none or it goes another way.</returns>
    public ReadOnlyMemory<byte> Take(out bool isTaken)
    {
        lock (_gate)
        {
            isTaken = _handOver == HandOver.Waiting;
            if (isTaken)
                _handOver = HandOver.Passive;
            return _handOver == HandOver.Passive ? _answer : default;
        }
    }
}
