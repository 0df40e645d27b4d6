namespace Hongyan.Storage;

/// <summary>Something to be sent to a person by the active API.</summary>
/// <param name="To">The person, and the account that sends.</param>
/// <param name="Content">What is sent.</param>
public sealed record OutgoingMessage(UserRef To, Reply Content);
