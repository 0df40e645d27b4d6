namespace Hongyan.Storage;

/// <summary>An accepted message that has no outcome yet: it is to be run again.</summary>
/// <param name="Message">The message.</param>
/// <param name="Fence">The number of its last run; 0 where none has begun. It counts the runs.</param>
public sealed record PendingMessage(InboxMessage Message, long Fence);
