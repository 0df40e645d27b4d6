using Hongyan.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>The dialogs in SQLite.</summary>
internal sealed class SqliteDialogs(SqliteWriter writer, SqliteDatabase database, PayloadProtector protector, StoreClock clock) : IDialogStore
{
    public async ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = database.OpenReader();
            return await DialogStatements.FindAsync(reader, protector, clock, person, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException($"The database cannot be read: {failure.Message}", failure);
        }
    }

    public async ValueTask<IReadOnlyList<UserRef>> TakeRemindersAsync(CancellationToken cancellationToken) =>
        await writer.WriteAsync(session => session.Dialogs.TakeReminders(), cancellationToken).ConfigureAwait(false);
}
