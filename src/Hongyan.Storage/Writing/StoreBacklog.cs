using System.Data.Common;

namespace Hongyan.Storage.Writing;

/// <summary>How much there is to do.</summary>
/// <param name="Pending">Messages without an outcome.</param>
/// <param name="Dead">Dead letters.</param>
/// <param name="Waiting">Answers that wait for the person's next text.</param>
/// <param name="Unsent">Messages that are to be sent.</param>
/// <param name="OldestUnsent">When the oldest of them was committed, in Unix milliseconds of the store; null where there is none.</param>
internal sealed record StoreBacklog(long Pending, long Dead, long Waiting, long Unsent, long? OldestUnsent)
{
    /// <summary>Each of these is answered by a small index over the few rows that it counts.</summary>
    public const string Sql = """
        select (select count(*) from bots_inbox where State <> 1 and State = 0), (select count(*) from bots_inbox where State <> 1 and State = 2),
          (select count(*) from bots_inbox where HandOver = 3),
          (select count(*) from bots_outbox where State < 2), (select min(CreatedAt) from bots_outbox where State < 2)
        """;

    public static StoreBacklog Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4));
}
