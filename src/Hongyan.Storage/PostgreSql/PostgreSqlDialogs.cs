using System.Data.Common;
using Hongyan.Storage.Writing;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The dialogs in PostgreSQL.</summary>
internal sealed class PostgreSqlDialogs(PostgreSqlWriter writer, PostgreSqlDatabase database, PayloadProtector protector, StoreClock clock) : IDialogStore
{
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

    public async ValueTask<IReadOnlyList<UserRef>> TakeRemindersAsync(CancellationToken cancellationToken) =>
        await writer.WriteAsync(session => session.Dialogs.TakeReminders(), cancellationToken).ConfigureAwait(false);
}
