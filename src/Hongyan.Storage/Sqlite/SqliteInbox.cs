using System.Security.Cryptography;
using Hongyan.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>The inbox in SQLite.</summary>
/// <remarks>One process holds the file, so a run needs no lease that expires: what is pending when the file is opened was left behind.</remarks>
internal sealed class SqliteInbox(SqliteWriter writer, SqliteDatabase database, SqliteOutbox outbox, PayloadProtector protector, TimeProvider time) : IInbox
{
    /// <summary>Answers that are remembered over a restart. Older ones are still met by the index of the table, before they have an effect.</summary>
    private const int MostAnswers = 100_000;

    public bool IsDurable => true;

    public ValueTask<InboxContent> OpenAsync(TimeSpan recent, CancellationToken cancellationToken)
    {
        using var reader = database.OpenReader();
        try
        {
            return new(new InboxContent(ReadPending(reader), ReadAnswered(reader, time.GetUtcNow() - recent)));
        }
        catch (CryptographicException failure)
        {
            throw new HongyanStartupException("HY1013",
                $"The database {database.Path} was written with other Data Protection keys than this process has: {failure.Message} Put the folder with the keys back, or move the database away.");
        }
    }

    public async ValueTask<InboxResult> AcceptAsync(InboxMessage message, Task<Outcome>? run, CancellationToken cancellationToken)
    {
        var raw = protector.Protect(message.Raw);
        Outcome? outcome = null;
        var result = await writer.WriteAsync(session =>
        {
            // The handler has been running since before this was asked for; by now it may be done.
            outcome = run is { IsCompletedSuccessfully: true } ? run.Result : null;
            return session.Inbox.Accept(message, raw, outcome, run is not null);
        }, cancellationToken, continuesBriefly: true).ConfigureAwait(false);
        return Tell(result, outcome);
    }

    public async ValueTask<InboxResult> BeginAsync(MessageKey key, long fence, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session => session.Inbox.Begin(key, fence), cancellationToken).ConfigureAwait(false);

    public async ValueTask<InboxResult> CompleteAsync(MessageKey key, long fence, Outcome outcome, CancellationToken cancellationToken) =>
        Tell(await writer.WriteAsync(session => session.Inbox.Complete(key, fence, outcome), cancellationToken).ConfigureAwait(false), outcome);

    public async ValueTask HandOverAsync(MessageKey key, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session =>
        {
            session.Inbox.HandedOver(key);
            return true;
        }, cancellationToken).ConfigureAwait(false);

    public async ValueTask<PendingMessage?> ReopenAsync(MessageKey key, CancellationToken cancellationToken)
    {
        if (!await writer.WriteAsync(session => session.Inbox.Reopen(key), cancellationToken).ConfigureAwait(false))
            return null;
        using var reader = database.OpenReader();
        return ReadPending(reader).FirstOrDefault(pending => pending.Message.Key == key);
    }

    /// <summary>Wakes whoever has something to do now that it is committed.</summary>
    private InboxResult Tell(InboxResult result, Outcome? outcome)
    {
        if (result.Status != InboxStatus.Completed || outcome is null)
            return result;
        if (result.HandOver == HandOver.Active || outcome.Sends.Count > 0 || outcome.Effects.Count > 0 || outcome.Continuation is not null)
            outbox.Wake();
        return result;
    }

    private List<PendingMessage> ReadPending(SqliteConnection reader)
    {
        using var command = reader.CreateCommand();
        command.CommandText = "select Account, Hash, Person, Kind, ReceivedAt, Raw, Fence from bots_inbox where State <> 1 and State = $state order by Id";
        command.Parameters.AddWithValue("$state", (int)InboxState.Pending);
        using var rows = command.ExecuteReader();
        var pending = new List<PendingMessage>();
        while (rows.Read())
        {
            var key = MessageKey.FromHash(rows.GetString(0), rows.GetFieldValue<byte[]>(1));
            var message = new InboxMessage(
                key, new UserRef(key.Account, rows.GetString(2)), rows.GetString(3),
                protector.Unprotect(rows.IsDBNull(5) ? null : rows.GetFieldValue<byte[]>(5)), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)));
            pending.Add(new PendingMessage(message, rows.GetInt64(6)));
        }
        return pending;
    }

    private List<StoredAnswer> ReadAnswered(SqliteConnection reader, DateTimeOffset since)
    {
        var answered = new List<StoredAnswer>();
        using var command = reader.CreateCommand();
        command.CommandText = "select Account, Hash, Person, Answer, HandOver, ReceivedAt from bots_inbox where HandOver = 3";
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
                answered.Add(ReadAnswer(rows));
        }

        command.CommandText = $"select Account, Hash, Person, Answer, HandOver, ReceivedAt from bots_inbox where State <> 0 and HandOver <> 3 order by Id desc limit {MostAnswers}";
        using (var rows = command.ExecuteReader())
        {
            // They are in the order of their arrival, so the first that is too old ends it.
            while (rows.Read() && rows.GetInt64(5) >= since.ToUnixTimeMilliseconds())
                answered.Add(ReadAnswer(rows));
        }
        return answered;
    }

    private StoredAnswer ReadAnswer(SqliteDataReader row)
    {
        var key = MessageKey.FromHash(row.GetString(0), row.GetFieldValue<byte[]>(1));
        return new StoredAnswer(
            key, new UserRef(key.Account, row.GetString(2)), protector.Unprotect(row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3)), (HandOver)row.GetInt32(4));
    }
}
