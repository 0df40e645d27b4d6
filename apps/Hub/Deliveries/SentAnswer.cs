using Hongyan.Storage;

namespace Hongyan.Hub.Deliveries;

/// <summary>Something that was sent because of a message of the inbox.</summary>
/// <param name="Cause">That message's number.</param>
/// <param name="Title">What it is, in the reader's language.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Address">The page that tells more.</param>
/// <param name="IsCard">Whether it is a card.</param>
public sealed record SentAnswer(long Cause, string Title, OutboxState State, string Address, bool IsCard);
