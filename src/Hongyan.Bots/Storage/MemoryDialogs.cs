using System.Collections.Concurrent;

namespace Hongyan.Storage;

/// <summary>The dialogs of a process without a store: a restart ends them.</summary>
internal sealed class MemoryDialogs(TimeProvider time) : IDialogStore
{
    private readonly ConcurrentDictionary<UserRef, DialogState> _dialogs = new();

    public ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken) => new(_dialogs.GetValueOrDefault(person));

    public void Apply(DialogChange change)
    {
        if (change.State is null)
            _dialogs.TryRemove(change.Person, out _);
        else
            _dialogs[change.Person] = change.State;
    }

    public ValueTask<IReadOnlyList<UserRef>> TakeRemindersAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // A turn of the dialog may be written meanwhile; then there is nothing to remind of.
        return new([.. _dialogs.Values.Where(dialog =>
            dialog.RemindAt <= now && _dialogs.TryUpdate(dialog.Person, dialog with { RemindAt = null }, dialog) && dialog.ExpiresAt > now).Select(dialog => dialog.Person)]);
    }
}
