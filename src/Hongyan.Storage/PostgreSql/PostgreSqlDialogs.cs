using System.Data.Common;
using Hongyan.Storage.Writing;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The dialogs in PostgreSQL.</summary>
internal sealed class PostgreSqlDialogs(PostgreSqlWriter writer, PostgreSqlDatabase database, PayloadProtector protector, StoreClock clock) : IDialogStore
{
    private readonly CommitSignal _signal = new();

    /// <summary>Says that a dialog was written.</summary>
    public void Wake() => _signal.Set();

    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    public async ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = reader.ConfigureAwait(false);
            return await DialogStatements.FindAsync(reader, protector, clock, person with { Id = PostgreSqlText.Storable(person.Id) }, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException failure)
        {
            throw new StoreUnavailableException($"The database cannot be read: {failure.Message}", failure);
        }
    }

    public async ValueTask<DialogReminders> TakeRemindersAsync(CancellationToken cancellationToken) =>
        await writer.WriteAsync(session => session.Dialogs.TakeReminders(), cancellationToken).ConfigureAwait(false);
}
