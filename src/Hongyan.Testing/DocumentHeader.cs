namespace Hongyan.Testing;

/// <summary>What is new in every document, whatever the platform.</summary>
/// <param name="Person">Who does it.</param>
/// <param name="Chat">The group (chatid) in which it is done; null where there is none.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Number">Counts the messages of the account.</param>
internal sealed record DocumentHeader(string Person, string? Chat, DateTimeOffset CreatedAt, long Number);
