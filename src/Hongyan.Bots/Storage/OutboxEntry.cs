namespace Hongyan.Storage;

/// <summary>One message of the outbox that is about to be sent: nobody else sends it meanwhile.</summary>
/// <param name="Id">Its number; the order within a conversation.</param>
/// <param name="Message">To whom and what.</param>
/// <param name="Attempt">Which try this is, from 1.</param>
/// <param name="CreatedAt">When it was committed.</param>
public sealed record OutboxEntry(long Id, OutgoingMessage Message, int Attempt, DateTimeOffset CreatedAt);
