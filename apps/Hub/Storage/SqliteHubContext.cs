using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.Storage;

/// <summary>The console's tables in SQLite.</summary>
public sealed class SqliteHubContext(DbContextOptions<SqliteHubContext> options) : HubContext(options)
{
    /// <summary>The context for a database.</summary>
    public static SqliteHubContext For(string connectionString) => new(new DbContextOptionsBuilder<SqliteHubContext>()
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(HistoryTable))
        .Options);
}
