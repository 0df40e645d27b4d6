namespace Hongyan.Storage;

/// <summary>How a dialog goes on after a message.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="State">Where it stands now; null where it has ended.</param>
public sealed record DialogChange(UserRef Person, DialogState? State);
