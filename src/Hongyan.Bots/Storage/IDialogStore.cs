namespace Hongyan.Storage;

/// <summary>Where dialogs stand between two messages. They are written with the outcome of a message (<see cref="Outcome.Dialog"/>).</summary>
public interface IDialogStore
{
    /// <summary>Where this person's dialog stands, also when its time is over; null where there is none.</summary>
    ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken);

    /// <summary>Who is to be reminded of a dialog now; each is given once for a question.</summary>
    ValueTask<IReadOnlyList<UserRef>> TakeRemindersAsync(CancellationToken cancellationToken);
}
