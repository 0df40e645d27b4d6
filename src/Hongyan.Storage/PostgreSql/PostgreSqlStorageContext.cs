using Hongyan.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The tables in PostgreSQL: those of SQLite, and what several processes need beside them. Its migrations are in Migrations/PostgreSql.</summary>
public sealed class PostgreSqlStorageContext(DbContextOptions<PostgreSqlStorageContext> options) : StorageContext(options)
{
    /// <summary>The processes that work on the database.</summary>
    public DbSet<NodeRow> Nodes => Set<NodeRow>();

    /// <summary>What one process at a time does.</summary>
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    /// <summary>The context for a database; used by migrations and by people who look at it.</summary>
    public static PostgreSqlStorageContext For(string connectionString) => new(new DbContextOptionsBuilder<PostgreSqlStorageContext>()
        .UseNpgsql(connectionString, postgreSql => postgreSql.MigrationsHistoryTable(HistoryTable))
        .Options);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<InboxRow>(row =>
        {
            // The process that runs it, and whether another one waits for its end. Columns of the statements only: nobody else looks at them.
            row.Property<string?>("Node");
            row.Property<bool>("Watched").HasDefaultValue(false);
            row.HasIndex(message => new { message.Account, message.Person, message.Id }, "IX_bots_inbox_pending").HasFilter("State = 0");
        });
        modelBuilder.Entity<OutboxRow>(row => row.Property<string?>("Node"));
        modelBuilder.Entity<NodeRow>(row => row.ToTable("bots_nodes").HasKey(node => node.Id));
        modelBuilder.Entity<LeaseRow>(row => row.ToTable("bots_leases").HasKey(lease => lease.Name));
        modelBuilder.UseLowerCaseNames();
    }
}
