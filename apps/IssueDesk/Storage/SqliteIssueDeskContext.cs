using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Storage;

/// <summary>The tables in SQLite. Its migrations are in Migrations/Sqlite.</summary>
internal sealed class SqliteIssueDeskContext(DbContextOptions<SqliteIssueDeskContext> options) : IssueDeskContext(options)
{
    /// <summary>The context for a database.</summary>
    public static SqliteIssueDeskContext For(string connectionString) => new(new DbContextOptionsBuilder<SqliteIssueDeskContext>()
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(HistoryTable))
        .Options);

    /// <summary>The context for a connection that somebody else has opened.</summary>
    public static SqliteIssueDeskContext On(DbConnection connection) => new(new DbContextOptionsBuilder<SqliteIssueDeskContext>()
        .UseSqlite(connection)
        .Options);
}
