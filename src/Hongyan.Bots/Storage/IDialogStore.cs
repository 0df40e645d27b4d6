namespace Hongyan.Storage;

/// <summary>Where dialogs stand between two messages. They are written with the outcome of a message (<see cref="Outcome.Dialog"/>).</summary>
public interface IDialogStore
{
    /// <summary>Where this person's dialog stands, also when its time is over; null where there is none.</summary>
    ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken);

    /// <summary>When the next reminder is due, and those that are due now; each is given once.</summary>
    ValueTask<DialogReminders> TakeRemindersAsync(CancellationToken cancellationToken);

    /// <summary>Ends as soon as a dialog was written, so that a reminder may be due earlier than was known.</summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
