using Hongyan.Storage;

namespace Hongyan;

/// <summary>One message and its answer, shared by all deliveries of it. Small, because it is kept for as long as a duplicate may come.</summary>
internal sealed class Delivery(MessageKey key, UserRef conversation)
{
    /// <summary>The platform asks about once a second; one that has not asked for so long has stopped.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The platform asks for six minutes after the message (developer.work.weixin.qq.com/document/path/101031), which began a little earlier than it arrived here.</summary>
    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(6) - TimeSpan.FromSeconds(10);

    // Shared, because nobody holds one for long, and a hundred thousand messages may be remembered.
    private static readonly Lock[] Gates = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    private TaskCompletionSource? _settled;
    private ReadOnlyMemory<byte> _answer;
    private HandOver _handOver;
    private int _waiting;
    private int _attempts;
    private bool _isDecided;
    private bool _isRefused;
    private bool _isAnswered;
    private AnswerStream? _stream;
    private TaskCompletionSource? _begun;

    // In ticks; 0 where it never was.
    private long _askedAt;
    private long _promisedAt;

    public MessageKey Key { get; } = key;

    /// <summary>Who wrote to which account.</summary>
    public UserRef Conversation { get; } = conversation;

    /// <summary>Whether the message is committed, so that the platform may be answered with 200.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>Whether the outcome is committed.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Whether the store refused the message, and nobody has brought it in again.</summary>
    public bool IsRefused
    {
        get
        {
            lock (Gate)
                return _isRefused;
        }
    }

    /// <summary>The handler's run. It outlives a store that refuses the message, so that the next delivery brings in the same outcome.</summary>
    public Task<Outcome>? Run { get; set; }

    /// <summary>When the person was told to write again for the answer; null where not.</summary>
    public DateTimeOffset? PromisedAt
    {
        get => _promisedAt == 0 ? null : new DateTimeOffset(_promisedAt, TimeSpan.Zero);
        set => _promisedAt = value?.UtcTicks ?? 0;
    }

    /// <summary>Ends when the outcome is committed, or when the store refuses the message.</summary>
    public Task Settled
    {
        get
        {
            lock (Gate)
            {
                // Most handlers have answered by now, so most messages need none.
                if (IsCompleted || _isRefused)
                    return Task.CompletedTask;
                return (_settled ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    /// <summary>Ends when the first piece of a streamed answer can be shown: it is said, and the message is accepted.</summary>
    public Task Begun
    {
        get
        {
            lock (Gate)
            {
                if (_stream is not null && IsAccepted)
                    return Task.CompletedTask;
                return (_begun ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    private Lock Gate => Gates[(uint)Key.GetHashCode() % (uint)Gates.Length];

    /// <summary>Whether the platform was told of a stream, so that it asks for the rest.</summary>
    public bool IsStreaming
    {
        get
        {
            lock (Gate)
                return _askedAt != 0;
        }
    }

    /// <summary>All that a streamed answer has said so far; empty where it has said nothing.</summary>
    public string Said
    {
        get
        {
            lock (Gate)
                return _stream?.Text ?? "";
        }
    }

    /// <summary>As much of <see cref="Said"/> as a stream takes.</summary>
    public string Snapshot
    {
        get
        {
            lock (Gate)
                return _stream?.Snapshot ?? "";
        }
    }

    /// <summary>Adds to a streamed answer.</summary>
    public void Say(string piece)
    {
        lock (Gate)
        {
            (_stream ??= new()).Append(piece);
            if (IsAccepted)
                _begun?.TrySetResult();
        }
    }

    /// <summary>Says that a request goes away with what there is of the stream.</summary>
    /// <returns>False where the whole answer is about to be committed, so wait for it.</returns>
    public bool TryBeginStream(DateTimeOffset now)
    {
        lock (Gate)
        {
            if (_isDecided || _isAnswered)
                return false;
            _waiting--;
            _askedAt = now.UtcTicks;
            return true;
        }
    }

    /// <summary>Says that the platform asked how far the stream has got.</summary>
    public void Ask(DateTimeOffset now)
    {
        lock (Gate)
            _askedAt = now.UtcTicks;
    }

    /// <summary>Says that the whole answer is being written.</summary>
    /// <returns>Whether it ends a stream.</returns>
    public bool BeginAnswer()
    {
        lock (Gate)
        {
            _isAnswered = true;
            return _askedAt != 0;
        }
    }

    /// <summary>Says that a request is open that will wait; said before the handler starts, so that its answer is not taken for late.</summary>
    /// <returns>Which delivery of the message it is, from 1.</returns>
    public int Expect()
    {
        lock (Gate)
        {
            _waiting++;
            return ++_attempts;
        }
    }

    /// <summary>Says that a request goes away without the answer.</summary>
    /// <returns>False where the answer goes out on it: it is about to be committed, so wait for it.</returns>
    public bool TryStopWaiting()
    {
        lock (Gate)
        {
            if (_isDecided)
                return false;
            _waiting--;
            return true;
        }
    }

    /// <summary>Says that a request goes away, whatever was decided for it: the platform hung up, or the message was refused.</summary>
    public void Leave()
    {
        lock (Gate)
            _waiting--;
    }

    /// <summary>Decides which way an answer takes that is being committed.</summary>
    /// <param name="otherwise">The way where nobody waits, and nobody asks for a stream.</param>
    /// <param name="now">The time.</param>
    /// <param name="receivedAt">When the message was first delivered.</param>
    public HandOver Decide(HandOver otherwise, DateTimeOffset now, DateTimeOffset receivedAt)
    {
        lock (Gate)
        {
            _isDecided = _waiting > 0 || IsAskedFor(now, receivedAt);
            return _isDecided ? HandOver.Passive : otherwise;
        }
    }

    /// <summary>Takes the decision back: the commit failed.</summary>
    public void Undecide()
    {
        lock (Gate)
            _isDecided = false;
    }

    public void Accept()
    {
        lock (Gate)
        {
            IsAccepted = true;
            _isRefused = false;
            if (_stream is not null)
                _begun?.TrySetResult();
        }
    }

    /// <summary>Says that the store refused the message; whoever waits for it is told.</summary>
    public void Refuse()
    {
        TaskCompletionSource? settled;
        lock (Gate)
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
        lock (Gate)
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
        lock (Gate)
        {
            _answer = answer;
            _handOver = handOver;
            IsCompleted = IsAccepted = true;
            Run = null;
            _stream = null;
            _begun = null;
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
        lock (Gate)
        {
            isTaken = _handOver == HandOver.Waiting;
            if (isTaken)
                _handOver = HandOver.Passive;
            return _handOver == HandOver.Passive ? _answer : default;
        }
    }

    /// <summary>Whether the platform will ask once more, so that it takes the end of the stream along.</summary>
    private bool IsAskedFor(DateTimeOffset now, DateTimeOffset receivedAt) =>
        _askedAt != 0 && now.UtcTicks - _askedAt < LongestPause.Ticks && now - receivedAt < StreamLifetime;
}
