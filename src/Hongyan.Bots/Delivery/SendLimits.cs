namespace Hongyan;

/// <summary>
/// Keeps an application below what the platform lets it send to one member: 30 messages a minute and 1000 an hour, beyond which it drops
/// them without an error (developer.work.weixin.qq.com/document/path/90312).
/// </summary>
internal sealed class SendLimits(TimeProvider time)
{
    private const int PerMinute = 30;
    private const int PerHour = 1000;

    /// <summary>From so many people on, those are forgotten to whom nothing was sent for an hour.</summary>
    private const int ManyPeople = 1000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<UserRef, SentTimes> _people = [];
    private int _nextLook = ManyPeople;

    /// <summary>How many people are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _people.Count;
        }
    }

    /// <summary>Takes one of the person's places in this minute and hour.</summary>
    /// <returns>Null where there was one; otherwise how long none is free.</returns>
    public TimeSpan? TryTake(UserRef person)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (!_people.TryGetValue(person, out var sent))
            {
                ForgetTheIdle(now);
                _people.Add(person, sent = new());
            }
            var pause = Max(PauseAfter(sent, PerMinute, Minute, now), PauseAfter(sent, PerHour, Hour, now));
            if (pause > TimeSpan.Zero)
                return pause;
            sent.Add(now);
            return null;
        }
    }

    /// <summary>How long the platform takes no more: until the one that was sent so many messages ago is older than the window.</summary>
    private TimeSpan PauseAfter(SentTimes sent, int most, TimeSpan window, long now) =>
        sent.Last(most) is { } oldest ? window - time.GetElapsedTime(oldest, now) : TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void ForgetTheIdle(long now)
    {
        if (_people.Count < _nextLook)
            return;
        foreach (var (person, sent) in _people)
        {
            if (sent.Last(1) is not { } last || time.GetElapsedTime(last, now) >= Hour)
                _people.Remove(person);
        }
        // So that a crowd is not looked through for each of its people.
        _nextLook = Math.Max(ManyPeople, _people.Count * 2);
    }

    /// <summary>When the last messages to one person were sent. It grows with them, because most people get few.</summary>
    private sealed class SentTimes
    {
        private long[] _times = new long[4];
        private int _count;

        /// <summary>When the message was sent that is so many back, the last one being 1; null where there were fewer.</summary>
        public long? Last(int back) => _count < back ? null : _times[(_count - back) % _times.Length];

        public void Add(long now)
        {
            if (_count == _times.Length && _count < PerHour)
                Array.Resize(ref _times, Math.Min(_count * 2, PerHour));
            // The places of a full one are used in turn.
            if (_count == PerHour * 2)
                _count = PerHour;
            _times[_count++ % _times.Length] = now;
        }
    }
}
