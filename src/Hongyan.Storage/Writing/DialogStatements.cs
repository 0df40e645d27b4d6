using System.Data.Common;
using System.Text;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.Writing;

/// <summary>What is written about dialogs inside a transaction of the writer.</summary>
internal sealed class DialogStatements(StoreSession session, PayloadProtector protector)
{
    private const string Columns = "Account, Person, Dialog, Step, State, ExpiresAt, RemindAt";

    private readonly StoreStatement _write = session.Prepare("""
        insert into bots_dialogs (Account, Person, Dialog, Step, State, ExpiresAt, RemindAt) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (Account, Person) do update set
          Dialog = excluded.Dialog, Step = excluded.Step, State = excluded.State, ExpiresAt = excluded.ExpiresAt, RemindAt = excluded.RemindAt
        """, Text, Text, Text, Text, Bytes, Long, Long);

    private readonly StoreStatement _delete = session.Prepare("delete from bots_dialogs where Account = $1 and Person = $2", Text, Text);

    private readonly StoreStatement _due = session.Prepare("update bots_dialogs set RemindAt = null where RemindAt <= $1 returning Account, Person, ExpiresAt", Long);

    public void Write(DialogChange change)
    {
        if (change.State is { } state)
        {
            _write.Execute(change.Person.Account, change.Person.Id, state.Dialog, state.Step,
                protector.Protect(Encoding.UTF8.GetBytes(state.State)), session.Clock.ToStore(state.ExpiresAt), state.RemindAt is { } remind ? session.Clock.ToStore(remind) : (long?)null);
        }
        else
        {
            _delete.Execute(change.Person.Account, change.Person.Id);
        }
    }

    /// <summary>Who is to be reminded; each is given once. What the dialogs know is not read: one that cannot be decrypted must not keep others from being written.</summary>
    public IReadOnlyList<UserRef> TakeReminders()
    {
        var due = new List<UserRef>();
        using var reader = _due.Query(session.Now);
        while (reader.Read())
        {
            if (reader.GetInt64(2) > session.Now)
                due.Add(new UserRef(reader.GetString(0), reader.GetString(1)));
        }
        return due;
    }

    /// <summary>Where a person's dialog stands, asked beside the writer.</summary>
    public static async Task<DialogState?> FindAsync(DbConnection reader, PayloadProtector protector, StoreClock clock, UserRef person, CancellationToken cancellationToken)
    {
        var command = reader.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.CommandText = $"select {Columns} from bots_dialogs where Account = @account and Person = @person";
        command.With("account", person.Account).With("person", person.Id);
        var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = rows.ConfigureAwait(false);
        return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? Read(rows, protector, clock) : null;
    }

    private static DialogState Read(DbDataReader reader, PayloadProtector protector, StoreClock clock) => new(
        new UserRef(reader.GetString(0), reader.GetString(1)), reader.GetString(2), reader.GetString(3),
        Encoding.UTF8.GetString(protector.Unprotect(reader.GetFieldValue<byte[]>(4))),
        clock.FromStore(reader.GetInt64(5)), reader.IsDBNull(6) ? null : clock.FromStore(reader.GetInt64(6)));
}
