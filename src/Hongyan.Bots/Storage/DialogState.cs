namespace Hongyan.Storage;

/// <summary>Where a dialog stands between two messages of its person.</summary>
/// <param name="Person">Whose it is. A person has one dialog with an account at a time.</param>
/// <param name="Dialog">Which dialog: its name.</param>
/// <param name="Step">The step that takes the next answer: the name of its method.</param>
/// <param name="State">What the dialog knows so far, as JSON.</param>
/// <param name="ExpiresAt">From here on it is over.</param>
/// <param name="RemindAt">When the person is reminded once; null where not.</param>
public sealed record DialogState(UserRef Person, string Dialog, string Step, string State, DateTimeOffset ExpiresAt, DateTimeOffset? RemindAt);
