using Hongyan.Storage.Schema;

namespace Hongyan.Storage.Log;

/// <summary>A message of the inbox as a list shows it: without what was written in it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">What a retry names.</param>
/// <param name="Person">Who wrote it, to which account.</param>
/// <param name="Kind">Its type, such as <c>TextMessage</c>.</param>
/// <param name="ReceivedAt">When it first arrived.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Runs">How often it was run.</param>
/// <param name="HandOver">Which way its answer took.</param>
/// <param name="FinishedAt">When its outcome was committed; null where it has none.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
/// <param name="CanRetry">Whether it is a dead letter whose payload is still there.</param>
public sealed record InboxItem(
    long Id, MessageKey Key, UserRef Person, string Kind, DateTimeOffset ReceivedAt, InboxState State, long Runs, HandOver HandOver,
    DateTimeOffset? FinishedAt, string? Failure, bool CanRetry);
