namespace Hongyan.Simulator.Deliveries;

/// <summary>A message or event on its way to the bot: one plaintext, up to the configured number of attempts.</summary>
public sealed record Delivery
{
    /// <summary>Counts up from 1; not used again after a reset.</summary>
    public required long Id { get; init; }

    /// <summary>Name of the app.</summary>
    public required string App { get; init; }

    /// <summary>UserID of the member.</summary>
    public required string Member { get; init; }

    /// <summary>MsgType: text, …, or event.</summary>
    public required string Type { get; init; }

    /// <summary>Event, when the type is event.</summary>
    public string? Event { get; init; }

    /// <summary>template_card_*: the code with which the card can be updated.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>The entry in the conversation that it delivers.</summary>
    public required long MessageId { get; init; }

    /// <summary>MsgId of the plaintext; null for an event.</summary>
    public long? MsgId { get; init; }

    /// <summary>When the member sent it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The XML inside every attempt's envelope.</summary>
    public required string Plaintext { get; init; }

    /// <summary>How many attempts there are at most.</summary>
    public required int Planned { get; init; }

    /// <summary>Which reply it takes.</summary>
    public required ReplyPolicy Replies { get; init; }

    /// <summary>The faults that meet it.</summary>
    public IReadOnlyList<FaultKind> Faults { get; init; } = [];

    /// <summary>The attempts so far.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>How it ended.</summary>
    public DeliveryOutcome Outcome { get; init; }

    /// <summary>The reply that is shown to the member.</summary>
    public PassiveReply? Reply { get; init; }

    /// <summary>Told what the bot replied.</summary>
    internal Action<PassiveReply>? Replied { get; init; }

    /// <summary>Whether the bot's answer is awaited.</summary>
    public bool IsAwaited => Attempts is [.., { Outcome: AttemptOutcome.Waiting }];

    /// <summary>This delivery with its last attempt replaced, or a first or further one added.</summary>
    public Delivery With(DeliveryAttempt attempt) =>
        this with { Attempts = [.. Attempts.Where(each => each.Number != attempt.Number), attempt] };
}
