using Hongyan.Storage.Writing;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.PostgreSql;

/// <summary>Leases on what one process at a time does, by the database's clock.</summary>
internal sealed class PostgreSqlLeaseStatements(PostgreSqlSession session)
{
    private readonly StoreStatement _take = session.Prepare("""
        insert into bots_leases (Name, Owner, ExpiresAt) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
        on conflict (Name) do update set Owner = excluded.Owner, ExpiresAt = excluded.ExpiresAt where bots_leases.ExpiresAt < clock_timestamp()
        """, Text, Text, Long);

    private readonly StoreStatement _release = session.Prepare("delete from bots_leases where Name = $1 and Owner = $2", Text, Text);

    /// <summary>Takes a lease.</summary>
    /// <returns>False where somebody else has it.</returns>
    public bool TryTake(string name, string owner, TimeSpan lifetime) => _take.Execute(name, owner, (long)lifetime.TotalMilliseconds) == 1;

    /// <summary>Gives a lease back, where it is still this owner's.</summary>
    public void Release(string name, string owner) => _release.Execute(name, owner);
}
