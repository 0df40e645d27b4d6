using Hongyan.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Storage.Sqlite;

/// <summary>The tables in SQLite. Its migrations are in Migrations/Sqlite.</summary>
public sealed class SqliteStorageContext(DbContextOptions<SqliteStorageContext> options) : StorageContext(options)
{
    /// <summary>The context for a database; used by migrations and by people who look at it.</summary>
    public static SqliteStorageContext For(string connectionString) => new(new DbContextOptionsBuilder<SqliteStorageContext>()
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(HistoryTable))
        .Options);
}
