using Hongyan.Storage;

namespace Hongyan;

/// <summary>Reminds people of a question that waits for them, once. Lost rather than repeated where the process ends in between.</summary>
internal sealed class DialogReminder(IDialogStore dialogs, IOutbox outbox, BotRegistry bots, BotTexts texts) : IPeriodicWork
{
    public string Name => "bots.reminders";

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!bots.HaveDialogs)
            return;
        var due = await dialogs.TakeRemindersAsync(cancellationToken).ConfigureAwait(false);
        if (due.Count > 0)
            await outbox.AddAsync([.. due.Select(person => new OutgoingMessage(person, TextReply.Cut(texts.Get("DialogReminder"))))], cancellationToken).ConfigureAwait(false);
    }
}
