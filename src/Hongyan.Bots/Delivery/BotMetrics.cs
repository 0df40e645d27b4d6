using System.Diagnostics.Metrics;

namespace Hongyan;

/// <summary>
/// What can be counted about the bots of one application, under the meter <c>Hongyan</c>. The names are documented in
/// docs/guides/observability.md; every measurement carries the account.
/// </summary>
internal sealed class BotMetrics
{
    public const string MeterName = "Hongyan";

    /// <summary>Seconds: a quick answer, the platform's five, and what is long after them.</summary>
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 4.5, 5, 10, 15, 30, 60, 300],
    };

    private readonly Counter<long> _callbacks;
    private readonly Histogram<double> _callbackDuration;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _joined;
    private readonly Counter<long> _unmatched;
    private readonly Histogram<double> _handlerDuration;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _late;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _deadLetters;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _notSent;
    private readonly Histogram<double> _outboxAge;

    /// <param name="factory">The application's; without one, as in a console program, they belong to the process.</param>
    public BotMetrics(IMeterFactory? factory = null)
    {
        var meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _callbacks = meter.CreateCounter<long>("hongyan.callbacks", "{callback}", "Requests of the platform, by status");
        _callbackDuration = meter.CreateHistogram("hongyan.callback.duration", "s", "From a request of the platform to its answer", tags: null, Durations);
        _duplicates = meter.CreateCounter<long>("hongyan.duplicates", "{delivery}", "Deliveries of a message that had been delivered before");
        _joined = meter.CreateCounter<long>("hongyan.joined", "{delivery}", "Those of them that came while the message was being handled");
        _unmatched = meter.CreateCounter<long>("hongyan.unmatched", "{message}", "Messages that no route took");
        _handlerDuration = meter.CreateHistogram("hongyan.handler.duration", "s", "How long a message was handled", tags: null, Durations);
        _failures = meter.CreateCounter<long>("hongyan.failures", "{message}", "Handlers that threw, and replies that could not be written");
        _late = meter.CreateCounter<long>("hongyan.late", "{message}", "Answers that were ready after the platform had hung up");
        _refused = meter.CreateCounter<long>("hongyan.refused", "{message}", "Messages that were not accepted because the store could not be written");
        _deadLetters = meter.CreateCounter<long>("hongyan.dead_letters", "{message}", "Messages whose handler failed, or that were given up");
        _sent = meter.CreateCounter<long>("hongyan.outbox.sent", "{message}", "Messages that the platform took");
        _retries = meter.CreateCounter<long>("hongyan.outbox.retries", "{call}", "Calls that the platform did not take, so that the message is sent again");
        _notSent = meter.CreateCounter<long>("hongyan.outbox.failed", "{message}", "Messages that ended failed or unknown");
        _outboxAge = meter.CreateHistogram("hongyan.outbox.age", "s", "From the commit of a message to the platform's answer", tags: null, Durations);
    }

    /// <summary>Whether somebody wants to know how long callbacks take.</summary>
    public bool MeasuresCallbacks => _callbacks.Enabled || _callbackDuration.Enabled;

    /// <summary>Whether somebody wants to know how long handlers take.</summary>
    public bool MeasuresHandlers => _handlerDuration.Enabled;

    public void Callback(string account, int status, TimeSpan duration)
    {
        _callbacks.Add(1, Of(account), new("status", status));
        _callbackDuration.Record(duration.TotalSeconds, Of(account), new("status", status));
    }

    public void Duplicate(string account, bool isJoining)
    {
        _duplicates.Add(1, Of(account));
        if (isJoining)
            _joined.Add(1, Of(account));
    }

    public void Unmatched(string account) => _unmatched.Add(1, Of(account));

    public void Handled(string account, string kind, TimeSpan duration) => _handlerDuration.Record(duration.TotalSeconds, Of(account), new("kind", kind));

    public void Failure(string account) => _failures.Add(1, Of(account));

    public void Late(string account) => _late.Add(1, Of(account));

    public void Refused(string account) => _refused.Add(1, Of(account));

    public void DeadLetter(string account) => _deadLetters.Add(1, Of(account));

    public void Sent(string account, TimeSpan age)
    {
        _sent.Add(1, Of(account));
        _outboxAge.Record(age.TotalSeconds, Of(account));
    }

    public void Retry(string account) => _retries.Add(1, Of(account));

    public void NotSent(string account, string state)
    {
        if (_notSent.Enabled)
            _notSent.Add(1, Of(account), new("state", JsonName(state)));
    }

    private static KeyValuePair<string, object?> Of(string account) => new("account", account);

    private static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
