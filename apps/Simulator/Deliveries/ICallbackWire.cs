namespace Hongyan.Simulator.Deliveries;

/// <summary>How one account's callbacks look on the wire: the platform that it belongs to decides.</summary>
internal interface ICallbackWire
{
    /// <summary>Where callbacks go, and the keys.</summary>
    CallbackSettings Callback { get; }

    /// <summary>Makes the request of an attempt, with the faults that spoil it. Everything but the plaintext is new each time.</summary>
    SealedCallback Seal(Delivery delivery, DateTimeOffset now, IReadOnlyList<FaultKind> faults);

    /// <summary>Judges the body of a 200.</summary>
    ReplyVerdict Judge(Delivery delivery, ReadOnlySpan<byte> body);

    /// <summary>What the platform itself tells the person when the bot has failed for good; null: nothing.</summary>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="attempt">The last attempt.</param>
    string? NoticeOf(Delivery delivery, DeliveryAttempt attempt);
}
