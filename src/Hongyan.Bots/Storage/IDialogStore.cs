namespace Hongyan.Storage;

/// <summary>Where dialogs stand between two messages. They are written with the outcome of a message (<see cref="Outcome.Dialog"/>).</summary>
public interface IDialogStore
{
    /// <summary>Where this person's dialog stands, also when its time is over; null where there is none.</summary>
    ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken);

    /// <summary>Those whose person is to be reminded now; each is given once.</summary>
    ValueTask<IReadOnlyList<DialogState>> TakeRemindersAsync(CancellationToken cancellationToken);
}
