using System.Collections.Concurrent;

namespace Hongyan.Storage;

/// <summary>The dialogs of a process without a store: a restart ends them.</summary>
internal sealed class MemoryDialogs(TimeProvider time) : IDialogStore
{
    private readonly ConcurrentDictionary<UserRef, DialogState> _dialogs = new();
    private readonly CommitSignal _signal = new();

    public ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken) => new(_dialogs.GetValueOrDefault(person));

    public void Apply(DialogChange change)
    {
        if (change.State is null)
            _dialogs.TryRemove(change.Person, out _);
        else
            _dialogs[change.Person] = change.State;
        _signal.Set();
    }

    public ValueTask<DialogReminders> TakeRemindersAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = new List<DialogState>();
        DateTimeOffset? next = null;
        foreach (var dialog in _dialogs.Values)
        {
            if (dialog.RemindAt > now)
                next = next < dialog.RemindAt ? next : dialog.RemindAt;
            // A turn of the dialog may be written meanwhile; then there is nothing to remind of.
            else if (dialog.RemindAt is not null && _dialogs.TryUpdate(dialog.Person, dialog with { RemindAt = null }, dialog) && dialog.ExpiresAt > now)
                due.Add(dialog);
        }
        return new(new DialogReminders(due, next));
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);
}
