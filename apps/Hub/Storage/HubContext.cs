using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.Storage;

/// <summary>
/// The console's own tables, for migrations and for reading; what is written goes through the store's one writer. Each provider has a
/// context of its own that derives from this one, and its own migrations.
/// </summary>
public abstract class HubContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Where it is written which migrations were applied.</summary>
    public const string HistoryTable = "hub_migrations";

    /// <summary>Who may sign in.</summary>
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    /// <summary>Who changed what.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<AccountRow>(row =>
        {
            row.ToTable("hub_accounts").HasKey(account => account.Id);
            row.HasIndex(account => account.Name).IsUnique();
        });
        modelBuilder.Entity<AuditRow>(row => row.ToTable("hub_audit").HasKey(entry => entry.Id));
    }
}
