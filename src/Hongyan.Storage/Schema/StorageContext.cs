using Microsoft.EntityFrameworkCore;

namespace Hongyan.Storage.Schema;

/// <summary>
/// The tables of inbox, outbox, dialogs and tokens, for migrations and for people who look at them. Messages themselves are written by
/// prepared statements. Each provider has a context of its own that derives from this one, and its own migrations.
/// </summary>
public abstract class StorageContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Where it is written which migrations were applied; every application of the same database has its own.</summary>
    public const string HistoryTable = "bots_migrations";

    /// <summary>Every accepted message with its outcome, until it is a week old.</summary>
    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    /// <summary>Everything that was or is to be sent.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Running dialogs.</summary>
    public DbSet<DialogRow> Dialogs => Set<DialogRow>();

    /// <summary>Access tokens.</summary>
    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<InboxRow>(row =>
        {
            row.ToTable("bots_inbox").HasKey(message => message.Id);
            row.HasIndex(message => new { message.Hash, message.Account }).IsUnique();
            // Small indexes over the few rows that anybody looks for, instead of large ones that every message pays for.
            row.HasIndex(message => message.State, "IX_bots_inbox_unfinished").HasFilter("\"State\" <> 1");
            row.HasIndex(message => message.HandOver, "IX_bots_inbox_waiting").HasFilter("\"HandOver\" = 3");
        });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("bots_outbox").HasKey(message => message.Id);
            row.HasIndex(message => new { message.Account, message.Person, message.Id }, "IX_bots_outbox_open").HasFilter("\"State\" < 2");
            row.HasIndex(message => message.InboxId, "IX_bots_outbox_cause").HasFilter("\"InboxId\" is not null");
        });
        modelBuilder.Entity<DialogRow>(row => row.ToTable("bots_dialogs").HasKey(dialog => new { dialog.Account, dialog.Person }));
        modelBuilder.Entity<AccessTokenRow>(row => row.ToTable("bots_access_tokens").HasKey(token => token.Key));
    }
}
