using System.Data.Common;
using Hongyan.Storage.Schema;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.Writing;

/// <summary>What is written to and read from the inbox inside a transaction of the writer, whichever database it is.</summary>
/// <param name="session">The transaction.</param>
/// <param name="protector">Encrypts what people wrote and are answered.</param>
/// <param name="columns">What else is to be known of a row that is found.</param>
/// <param name="take">Where several processes run messages: that a row is this one's now.</param>
internal abstract class InboxStatements(StoreSession session, PayloadProtector protector, string columns = "", string take = "")
{
    private const int LongestFailure = 8000;

    private readonly StoreStatement _find = session.Prepare($"""
        select Id, State, Fence, HandOver, {AnswerColumns.Sql}{columns} from bots_inbox where Hash = $1 and Account = $2
        """, Bytes, Text);

    private readonly StoreStatement _complete = session.Prepare("""
        update bots_inbox set State = $2, HandOver = $3, Answer = $4, FinishedAt = $5, Failure = $6 where Id = $1
        """, Long, Number, Number, Bytes, Long, Text);

    private readonly StoreStatement _handOver = session.Prepare("""
        update bots_inbox set HandOver = 1 where Hash = $1 and Account = $2 and HandOver = 3
        """, Bytes, Text);

    private readonly StoreStatement _redirect = session.Prepare("update bots_inbox set HandOver = $2 where Id = $1", Long, Number);

    private readonly StoreStatement _reopen = session.Prepare($"""
        update bots_inbox set State = 0, Fence = 0, HandOver = 0, Answer = null, FinishedAt = null, Failure = null{take}
        where Hash = $1 and Account = $2 and State = 2 and Raw is not null
        """, Bytes, Text);

    /// <summary>Writes the outcome of a run, unless another one has taken over.</summary>
    public virtual InboxResult Complete(MessageKey key, long fence, Outcome outcome)
    {
        var row = Find(key);
        if (row is not { State: InboxState.Pending } || row.Fence != fence || !IsOwn(row))
            return Settle(row, fence, outcome);
        if (RunEffects(outcome, row.Id) is { } failure)
            return new InboxResult(InboxStatus.EffectFailed, fence) { Failure = failure };

        var handOver = outcome.Decide(outcome);
        _complete.Execute(row.Id, (int)StateOf(outcome), (int)handOver, protector.Protect(outcome.Answer), session.Now, Failure(outcome));
        Ended(key, row);
        return WriteRest(row.Id, fence, outcome, handOver);
    }

    /// <summary>Writes down that somebody took a waiting answer along.</summary>
    public void HandedOver(MessageKey key) => _handOver.Execute(Hash(key), key.Account);

    /// <summary>Makes a dead letter pending.</summary>
    /// <returns>False where it is none, or its payload is deleted.</returns>
    public bool Reopen(MessageKey key) => _reopen.Execute(Hash(key), key.Account) == 1;

    /// <summary>Whether a run of this process may write the outcome of a message.</summary>
    protected virtual bool IsOwn(FoundRow row) => true;

    /// <summary>Says that an outcome is being written.</summary>
    protected virtual void Ended(MessageKey key, FoundRow row)
    {
    }

    /// <summary>Reads what else was asked for of a row.</summary>
    protected virtual FoundRow Read(DbDataReader reader, FoundRow row) => row;

    protected static byte[] Hash(MessageKey key)
    {
        var hash = new byte[32];
        key.CopyHashTo(hash);
        return hash;
    }

    protected static InboxState StateOf(Outcome outcome) => outcome.Failure is null ? InboxState.Done : InboxState.Dead;

    protected static string? Failure(Outcome? outcome) => outcome?.Failure is { Length: > LongestFailure } failure ? failure[..LongestFailure] : outcome?.Failure;

    protected static InboxResult Refuse(FoundRow? row, long fence) => row is null or { State: InboxState.Pending }
        ? new InboxResult(InboxStatus.LeaseLost, fence)
        : new InboxResult(InboxStatus.Known, fence) { HandOver = row.HandOver, StoredAnswer = row.Answer };

    /// <summary>
    /// An outcome that cannot be written: another run has the message, or this one's outcome is there already, because it was committed
    /// although nobody heard so.
    /// </summary>
    protected InboxResult Settle(FoundRow? row, long fence, Outcome outcome)
    {
        if (row is null or { State: InboxState.Pending } || row.Fence != fence)
            return Refuse(row, fence);
        // Whoever waited for the answer then may have gone away with nothing since.
        var handOver = row.HandOver == HandOver.Passive ? outcome.Decide(outcome) : row.HandOver;
        if (handOver != row.HandOver)
        {
            _redirect.Execute(row.Id, (int)handOver);
            if (handOver == HandOver.Active)
                session.Outbox.Add(outcome.LateAnswer!, row.Id);
        }
        return new InboxResult(InboxStatus.Completed, fence) { HandOver = handOver };
    }

    protected InboxResult WriteRest(long id, long fence, Outcome outcome, HandOver handOver)
    {
        if (outcome.Takes is { } source)
            HandedOver(source);
        if (outcome.Dialog is { } dialog)
            session.Dialogs.Write(dialog);
        foreach (var message in outcome.Sends)
            session.Outbox.Add(message, id);
        if (handOver == HandOver.Active)
            session.Outbox.Add(outcome.LateAnswer!, id);
        if (handOver == HandOver.Passive && outcome.Continuation is { } rest)
            session.Outbox.Add(rest, id);
        return new InboxResult(InboxStatus.Completed, fence) { HandOver = handOver };
    }

    protected Exception? RunEffects(Outcome outcome, long id) => outcome.Effects.Count == 0 ? null : session.Guard(() =>
    {
        var transaction = new StoreTransaction(session.Transaction, message => session.Outbox.Add(message, id), id);
        foreach (var effect in outcome.Effects)
            effect(transaction);
    });

    protected FoundRow? Find(MessageKey key)
    {
        using var reader = _find.Query(Hash(key), key.Account);
        if (!reader.Read())
            return null;
        return Read(reader, new FoundRow(
            reader.GetInt64(0), (InboxState)reader.GetInt32(1), reader.GetInt64(2), (HandOver)reader.GetInt32(3), reader.ReadAnswer(4, protector)));
    }

    protected record FoundRow(long Id, InboxState State, long Fence, HandOver HandOver, byte[] Answer);
}
