namespace Hongyan.Storage.Log;

/// <summary>A message of the outbox as a list shows it: without what is written in it.</summary>
/// <param name="Id">Its number; <see cref="IOutbox.ReopenAsync"/> takes it.</param>
/// <param name="Person">Who gets it, from which account.</param>
/// <param name="Kind">Such as <c>text</c>.</param>
/// <param name="CreatedAt">When it was committed.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Attempts">How many tries there were.</param>
/// <param name="NotBefore">When the next try is due, where it is pending.</param>
/// <param name="ErrorCode">The platform's <c>errcode</c> at the last try.</param>
/// <param name="Error">What went wrong at the last try.</param>
/// <param name="MessageId">What the platform calls it (<c>msgid</c>).</param>
/// <param name="FinishedAt">When it got its final state; null where it is open.</param>
/// <param name="InboxId">The message that caused it; null where none did.</param>
public sealed record OutboxItem(
    long Id, UserRef Person, string Kind, DateTimeOffset CreatedAt, OutboxState State, int Attempts, DateTimeOffset NotBefore,
    int? ErrorCode, string? Error, string? MessageId, DateTimeOffset? FinishedAt, long? InboxId);
