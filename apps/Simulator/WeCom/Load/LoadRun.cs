using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>One load run: its plan, and what has become of every message so far.</summary>
internal sealed partial class LoadRun
{
    private readonly Lock _lock = new();
    private readonly LoadMessage[] _messages;
    private readonly int[] _lastSent;
    private readonly int[] _nextUnanswered;
    private readonly Dictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly Latencies _latencies = new();
    private long _attempts;
    private int _begun;
    private int _differing;
    private int _repeated;
    private int _outOfOrder;
    private int _overQuota;

    public LoadRun(int id, string app, LoadPlan plan, long firstMsgId, DateTimeOffset startedAt)
    {
        Id = id;
        App = app;
        Plan = plan;
        FirstMsgId = firstMsgId;
        StartedAt = startedAt;
        _messages = new LoadMessage[plan.Messages];
        _lastSent = new int[plan.People];
        _nextUnanswered = [.. Enumerable.Range(1, plan.People)];
    }

    public int Id { get; }

    public string App { get; }

    public LoadPlan Plan { get; }

    /// <summary>MsgId of the first message; the others follow.</summary>
    public long FirstMsgId { get; }

    public DateTimeOffset StartedAt { get; }

    public DateTimeOffset? EndedAt { get; private set; }

    public LoadState State { get; private set; }

    /// <summary>Begins a delivery.</summary>
    /// <returns>When the message was sent, in Unix milliseconds: every delivery of it says the same.</returns>
    public long Begin(int number, DateTimeOffset now)
    {
        lock (_lock)
        {
            ref var message = ref _messages[number - 1];
            message.Open++;
            if (message.SentAt == 0)
            {
                message.SentAt = now.ToUnixTimeMilliseconds();
                _begun++;
            }
            return message.SentAt;
        }
    }

    /// <summary>An attempt has ended.</summary>
    /// <param name="number">Of which message, from 1.</param>
    /// <param name="attempt">How.</param>
    /// <param name="reply">The passive reply in words; null where there is none.</param>
    /// <param name="duration">How long the answer took.</param>
    public void Add(int number, LoadAttempt attempt, string? reply, TimeSpan duration)
    {
        lock (_lock)
        {
            ref var message = ref _messages[number - 1];
            message.Add(attempt);
            if (message.TakeReply(reply))
                _differing++;
            _attempts++;
            var outcome = attempt.Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : JsonNamingPolicy.CamelCase.ConvertName(attempt.Outcome.ToString());
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
            if (attempt.Status is not null)
                _latencies.Add(duration);
        }
    }

    /// <summary>A delivery has ended.</summary>
    public void End(int number, bool isAccepted)
    {
        lock (_lock)
        {
            ref var message = ref _messages[number - 1];
            message.Open--;
            if (!isAccepted)
                message.GiveUp();
        }
    }

    /// <summary>The bot has sent something to one of the crowd.</summary>
    public void Take(int person, string text)
    {
        lock (_lock)
        {
            if (FindAnswered(person, text) is not { } number)
                return;
            if (_messages[number - 1].TakeSent(text))
                _repeated++;
            if (number < _lastSent[person - 1])
                _outOfOrder++;
            _lastSent[person - 1] = number;
        }
    }

    /// <summary>Something was dropped because one of the crowd had got too much.</summary>
    public void DropOverQuota()
    {
        lock (_lock)
            _overQuota++;
    }

    public void End(LoadState state, DateTimeOffset now)
    {
        lock (_lock)
        {
            State = state;
            EndedAt = now;
        }
    }

    public LoadCounts Count()
    {
        lock (_lock)
        {
            int accepted = 0, replied = 0, sent = 0, unanswered = 0, givenUp = 0;
            foreach (ref readonly var message in _messages.AsSpan())
            {
                accepted += message.IsAccepted ? 1 : 0;
                replied += message.Reply is null ? 0 : 1;
                sent += message.SentCount > 0 ? 1 : 0;
                unanswered += message.IsAccepted && !message.IsAnswered ? 1 : 0;
                givenUp += message.IsGivenUp ? 1 : 0;
            }
            return new LoadCounts
            {
                Begun = _begun,
                Attempts = _attempts,
                Outcomes = _outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(),
                Accepted = accepted,
                Replied = replied,
                Sent = sent,
                Unanswered = unanswered,
                GivenUp = givenUp,
                Differing = _differing,
                Repeated = _repeated,
                OutOfOrder = _outOfOrder,
                OverQuota = _overQuota,
                MedianMs = Math.Round(_latencies.PercentileMs(50), 1),
                P99Ms = Math.Round(_latencies.PercentileMs(99), 1),
                LongestMs = Math.Round(_latencies.LongestMs, 1),
            };
        }
    }

    /// <summary>What became of one message, from 1.</summary>
    public LoadMessage Read(int number)
    {
        lock (_lock)
            return _messages[number - 1];
    }

    /// <summary>By its mark, where it has one of this person; otherwise it is for the oldest message that still waits.</summary>
    private int? FindAnswered(int person, string text)
    {
        if (person > Plan.People)
            return null;
        if (Mark().Match(text) is { Success: true } mark
            && int.TryParse(mark.ValueSpan[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var marked)
            && marked >= 1 && marked <= _messages.Length && Plan.PersonOf(marked) == person)
            return marked;

        ref var next = ref _nextUnanswered[person - 1];
        while (next <= _messages.Length && _messages[next - 1].IsAnswered)
            next += Plan.People;
        return next <= _messages.Length ? next : null;
    }

    [GeneratedRegex("#[0-9]{1,7}")]
    private static partial Regex Mark();
}
