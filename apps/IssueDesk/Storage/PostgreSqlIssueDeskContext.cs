using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Storage;

/// <summary>The tables in PostgreSQL. Its migrations are in Migrations/PostgreSql.</summary>
internal sealed class PostgreSqlIssueDeskContext(DbContextOptions<PostgreSqlIssueDeskContext> options) : IssueDeskContext(options)
{
    /// <summary>The context for a database.</summary>
    public static PostgreSqlIssueDeskContext For(string connectionString) => new(new DbContextOptionsBuilder<PostgreSqlIssueDeskContext>()
        .UseNpgsql(connectionString, postgreSql => postgreSql.MigrationsHistoryTable(HistoryTable))
        .Options);

    /// <summary>The context for a connection that somebody else has opened.</summary>
    public static PostgreSqlIssueDeskContext On(DbConnection connection) => new(new DbContextOptionsBuilder<PostgreSqlIssueDeskContext>()
        .UseNpgsql(connection)
        .Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseLowerCaseNames();
    }
}
