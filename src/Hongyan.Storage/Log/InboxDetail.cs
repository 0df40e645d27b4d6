namespace Hongyan.Storage.Log;

/// <summary>A message of the inbox with all that belongs to it. Who may see this reads what a person wrote.</summary>
/// <param name="Item">As in the list.</param>
/// <param name="Raw">The decrypted document; null once it is deleted.</param>
/// <param name="Answer">The plaintext of the passive reply; null where there is none or it is deleted.</param>
/// <param name="Sent">What it caused to be sent.</param>
public sealed record InboxDetail(InboxItem Item, string? Raw, string? Answer, IReadOnlyList<OutboxItem> Sent);
