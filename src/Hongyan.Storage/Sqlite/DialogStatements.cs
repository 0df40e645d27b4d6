using System.Text;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>What is written about dialogs inside a transaction of the writer.</summary>
internal sealed class DialogStatements(SqliteSession session, SqliteConnection connection, PayloadProtector protector) : IDisposable
{
    private const string Columns = "Account, Person, Dialog, Step, State, ExpiresAt, RemindAt";

    private readonly PreparedStatement _write = new(connection, 7, """
        insert or replace into bots_dialogs (Account, Person, Dialog, Step, State, ExpiresAt, RemindAt) values ($1, $2, $3, $4, $5, $6, $7)
        """);

    private readonly PreparedStatement _delete = new(connection, 2, "delete from bots_dialogs where Account = $1 and Person = $2");

    private readonly PreparedStatement _due = new(connection, 1, $"select {Columns} from bots_dialogs where RemindAt <= $1");

    private readonly PreparedStatement _reminded = new(connection, 1, "update bots_dialogs set RemindAt = null where RemindAt <= $1");

    public void Write(DialogChange change)
    {
        if (change.State is { } state)
        {
            _write.Execute(change.Person.Account, change.Person.Id, state.Dialog, state.Step,
                protector.Protect(Encoding.UTF8.GetBytes(state.State)), state.ExpiresAt.ToUnixTimeMilliseconds(), state.RemindAt?.ToUnixTimeMilliseconds());
        }
        else
        {
            _delete.Execute(change.Person.Account, change.Person.Id);
        }
    }

    /// <summary>Where a person's dialog stands, asked beside the writer.</summary>
    public static DialogState? Find(SqliteConnection reader, PayloadProtector protector, UserRef person)
    {
        using var command = reader.CreateCommand();
        command.CommandText = $"select {Columns} from bots_dialogs where Account = $1 and Person = $2";
        command.Parameters.AddWithValue("$1", person.Account);
        command.Parameters.AddWithValue("$2", person.Id);
        using var rows = command.ExecuteReader();
        return rows.Read() ? Read(rows, protector) : null;
    }

    public IReadOnlyList<DialogState> TakeReminders()
    {
        var due = new List<DialogState>();
        using (var reader = _due.Query(session.Transaction, session.Now))
        {
            while (reader.Read())
            {
                if (Read(reader, protector) is var dialog && dialog.ExpiresAt.ToUnixTimeMilliseconds() > session.Now)
                    due.Add(dialog);
            }
        }
        _reminded.Execute(session.Now);
        return due;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _write, _delete, _due, _reminded })
            statement.Dispose();
    }

    private static DialogState Read(SqliteDataReader reader, PayloadProtector protector) => new(
        new UserRef(reader.GetString(0), reader.GetString(1)), reader.GetString(2), reader.GetString(3),
        Encoding.UTF8.GetString(protector.Unprotect(reader.GetFieldValue<byte[]>(4))),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
        reader.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(6)));
}
