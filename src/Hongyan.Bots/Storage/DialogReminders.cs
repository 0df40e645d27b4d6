namespace Hongyan.Storage;

/// <summary>Dialogs whose person is to be reminded.</summary>
/// <param name="Due">Those that are due now.</param>
/// <param name="NextAt">When the next one is due; null where none waits.</param>
public sealed record DialogReminders(IReadOnlyList<DialogState> Due, DateTimeOffset? NextAt);
