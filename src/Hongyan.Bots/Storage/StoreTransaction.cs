using System.Data.Common;
using System.Globalization;

namespace Hongyan.Storage;

/// <summary>
/// The store's open transaction, as <see cref="BotContext.OnCommit"/> gets it: what is written here is committed together with the
/// message's outcome, or not at all.
/// </summary>
/// <remarks>One writer serves all messages: run short statements, and nothing that waits for anything else.</remarks>
public sealed class StoreTransaction(DbTransaction transaction, Action<OutgoingMessage>? send = null, long? cause = null)
{
    /// <summary>The transaction, for what needs more than a statement; committing it is not yours.</summary>
    public DbTransaction Transaction { get; } = transaction;

    /// <summary>
    /// The inbox's number of the message whose outcome this commits; null where it commits none. Whoever sends something later because of it
    /// gives it to <see cref="OutgoingMessage.CausedBy"/>, so that people who look for an answer find it.
    /// </summary>
    public long? Cause { get; } = cause;

    /// <summary>Runs a statement. What stands in braces becomes a parameter: <c>db.Execute($"delete from notes where owner = {user.Id}")</c>.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(FormattableString sql)
    {
        using var command = Command(sql);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a query and gives the first column of its first row; null where there is no row or the value is null.</summary>
    public object? Scalar(FormattableString sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>
    /// Puts a message into the outbox in this transaction: it is sent once this is committed, in its person's order, and not at all where
    /// it is not. Inside a handler <see cref="BotContext.SendAsync(Reply, CancellationToken)"/> says the same in fewer words.
    /// </summary>
    /// <exception cref="ArgumentException">It can only be the answer to a callback, such as a card update.</exception>
    /// <exception cref="InvalidOperationException">The store that opened this transaction has no outbox.</exception>
    public void Send(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (ReplyJson.KindOf(message.Content) is null)
            throw new ArgumentException($"A {message.Content.GetType().Name} can only be the answer to a callback.", nameof(message));
        (send ?? throw new InvalidOperationException("The store that opened this transaction has no outbox."))(message);
    }

    private DbCommand Command(FormattableString sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var command = Transaction.Connection!.CreateCommand();
        command.Transaction = Transaction;
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = sql.GetArgument(i) ?? DBNull.Value;
            command.Parameters.Add(parameter);
            names[i] = parameter.ParameterName;
        }
#pragma warning disable CA2100 // The holes of the text are parameters' names by now.
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
#pragma warning restore CA2100
        return command;
    }
}
