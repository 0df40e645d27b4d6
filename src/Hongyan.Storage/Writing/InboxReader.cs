using System.Data.Common;
using System.Security.Cryptography;

namespace Hongyan.Storage.Writing;

/// <summary>What a process that starts has to know of the inbox, read beside the writer.</summary>
internal sealed class InboxReader(StoreDatabase database, PayloadProtector protector, StoreClock clock)
{
    /// <summary>What <see cref="ReadPending"/> reads, in this order.</summary>
    public const string PendingColumns = "Account, Hash, Person, Kind, ReceivedAt, Raw, Fence";

    /// <summary>What <see cref="ReadAnswer"/> reads, in this order, and the time of the message.</summary>
    public const string AnsweredColumns = $"Account, Hash, Person, HandOver, {AnswerColumns.Sql}, ReceivedAt";

    /// <summary>Answers that are remembered over a restart. Older ones are still met by the index of the table, before they have an effect.</summary>
    private const int MostAnswers = 100_000;

    /// <summary>Reads the messages without an outcome, in the order of their acceptance.</summary>
    /// <exception cref="HongyanStartupException">HY1013: they were encrypted with other keys.</exception>
    public Task<List<PendingMessage>> ReadPendingAsync(CancellationToken cancellationToken) => OpenAsync(
        async connection => await ReadPendingAsync(connection, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Reads the answers since a time of this process's clock, and those that wait.</summary>
    /// <exception cref="HongyanStartupException">HY1013: they were encrypted with other keys.</exception>
    public Task<List<StoredAnswer>> ReadAnsweredAsync(DateTimeOffset since, CancellationToken cancellationToken) => OpenAsync(
        async connection => await ReadAnsweredAsync(connection, clock.ToStore(since), cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Reads a dead letter as it is once it is pending again; null where there is none of this key, or its payload is deleted.</summary>
    /// <exception cref="CryptographicException">It was encrypted with other keys.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read at the moment.</exception>
    public async Task<PendingMessage?> FindDeadAsync(MessageKey key, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using var __ = command.ConfigureAwait(false);
            command.CommandText = $"select {PendingColumns} from bots_inbox where Hash = @hash and Account = @account and State = 2 and Raw is not null";
            var hash = new byte[32];
            key.CopyHashTo(hash);
            command.With("hash", hash).With("account", key.Account);
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ___ = row.ConfigureAwait(false);
            return await row.ReadAsync(cancellationToken).ConfigureAwait(false) ? ReadPending(row)() with { Fence = 0 } : null;
        }
        catch (DbException failure)
        {
            throw new StoreUnavailableException($"The database cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Reads a message without an outcome; it is decrypted where it is asked for.</summary>
    public Func<PendingMessage> ReadPending(DbDataReader row)
    {
        var key = MessageKey.FromHash(row.GetString(0), row.GetFieldValue<byte[]>(1));
        var (person, kind, receivedAt) = (new UserRef(key.Account, row.GetString(2)), row.GetString(3), clock.FromStore(row.GetInt64(4)));
        var (raw, fence) = (row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5), row.GetInt64(6));
        return () => new PendingMessage(new InboxMessage(key, person, kind, protector.Unprotect(raw), receivedAt), fence);
    }

    /// <summary>Says which keys are missing, where something cannot be decrypted when a process starts.</summary>
    public HongyanStartupException WrongKeys(CryptographicException failure) => new("HY1013",
        $"The database {database.Name} was written with other Data Protection keys than this process has: {failure.Message} Put the folder with the keys back, or move the database away.");

    /// <summary>Reads an answer.</summary>
    public StoredAnswer ReadAnswer(DbDataReader row)
    {
        var key = MessageKey.FromHash(row.GetString(0), row.GetFieldValue<byte[]>(1));
        return new StoredAnswer(key, new UserRef(key.Account, row.GetString(2)), row.ReadAnswer(4, protector), (HandOver)row.GetInt32(3));
    }

    private async Task<T> OpenAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            return await read(connection).ConfigureAwait(false);
        }
        catch (CryptographicException failure)
        {
            throw WrongKeys(failure);
        }
    }

    private async Task<List<PendingMessage>> ReadPendingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var pending = new List<PendingMessage>();
        await ReadAsync(connection, $"select {PendingColumns} from bots_inbox where State <> 1 and State = 0 order by Id", row =>
        {
            pending.Add(ReadPending(row)());
            return true;
        }, cancellationToken).ConfigureAwait(false);
        return pending;
    }

    private async Task<List<StoredAnswer>> ReadAnsweredAsync(DbConnection connection, long since, CancellationToken cancellationToken)
    {
        var answered = new List<StoredAnswer>();
        bool Add(DbDataReader row)
        {
            answered.Add(ReadAnswer(row));
            return true;
        }
        await ReadAsync(connection, $"select {AnsweredColumns} from bots_inbox where HandOver = 3", Add, cancellationToken).ConfigureAwait(false);
        // They are in the order of their arrival, so the first that is too old ends it.
        await ReadAsync(
            connection, $"select {AnsweredColumns} from bots_inbox where State <> 0 and HandOver <> 3 order by Id desc limit {MostAnswers}",
            row => row.GetInt64(6) >= since && Add(row), cancellationToken).ConfigureAwait(false);
        return answered;
    }

    private static async Task ReadAsync(DbConnection connection, string sql, Func<DbDataReader, bool> read, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
#pragma warning disable CA2100 // Every text is a constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) && read(rows))
        {
        }
    }
}
