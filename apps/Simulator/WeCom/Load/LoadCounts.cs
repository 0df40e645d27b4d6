namespace Hongyan.Simulator.WeCom;

/// <summary>Where a load run stands, in numbers.</summary>
public sealed record LoadCounts
{
    /// <summary>Messages that were delivered once or more, with or without success.</summary>
    public required int Begun { get; init; }

    /// <summary>Attempts that have ended.</summary>
    public required long Attempts { get; init; }

    /// <summary>How many attempts ended how: a status such as <c>200</c>, or <c>timedOut</c>, <c>unreachable</c>, <c>dropped</c>, <c>cancelled</c>.</summary>
    public required IReadOnlyDictionary<string, long> Outcomes { get; init; }

    /// <summary>Messages that were answered with 200 once or more.</summary>
    public required int Accepted { get; init; }

    /// <summary>Messages with a passive reply.</summary>
    public required int Replied { get; init; }

    /// <summary>Messages that the bot answered by the active API.</summary>
    public required int Sent { get; init; }

    /// <summary>Accepted messages with neither.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Messages that the platform gave up: no delivery was answered with 200.</summary>
    public required int GivenUp { get; init; }

    /// <summary>Messages whose deliveries were answered in different ways.</summary>
    public required int Differing { get; init; }

    /// <summary>Active messages that came twice, or repeat a passive reply.</summary>
    public required int Repeated { get; init; }

    /// <summary>Active messages that answer an earlier message than the one before, to the same person.</summary>
    public required int OutOfOrder { get; init; }

    /// <summary>Active messages that were dropped because the person had got too many.</summary>
    public required int OverQuota { get; init; }

    /// <summary>Milliseconds until an answer, in the middle.</summary>
    public required double MedianMs { get; init; }

    /// <summary>Milliseconds that 99 of 100 answers did not exceed.</summary>
    public required double P99Ms { get; init; }

    /// <summary>Milliseconds of the slowest answer.</summary>
    public required double LongestMs { get; init; }
}
