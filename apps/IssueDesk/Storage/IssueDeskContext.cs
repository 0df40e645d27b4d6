using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Trackers;
using Hongyan.IssueDesk.Trackers.Demo;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Storage;

/// <summary>The desk's own tables. Each provider has a context that derives from this one, and its own migrations.</summary>
internal abstract class IssueDeskContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Where it is written which migrations were applied; every application of the same database has its own.</summary>
    public const string HistoryTable = "issuedesk_migrations";

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftAttachment> Attachments => Set<DraftAttachment>();

    public DbSet<DraftChange> DraftChanges => Set<DraftChange>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Errand> Errands => Set<Errand>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<DemoIssue> DemoIssues => Set<DemoIssue>();

    public DbSet<DemoComment> DemoComments => Set<DemoComment>();

    public DbSet<DemoFile> DemoFiles => Set<DemoFile>();

    /// <summary>When it is, for what is written down about changes.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>Whether a row was written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Whether one of them was a setting.</summary>
    public bool HasWrittenSettings { get; private set; }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var added = ChangeTracker.Entries<Draft>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        foreach (var entry in ChangeTracker.Entries<Draft>().Where(entry => entry.State == EntityState.Modified && entry.Property(draft => draft.Status).IsModified).ToList())
            WriteDown(entry.Entity);
        HasWrittenSettings |= ChangeTracker.Entries<Setting>().Any(entry => entry.State != EntityState.Unchanged);
        var written = base.SaveChanges(acceptAllChangesOnSuccess);
        HasWritten |= written > 0;
        if (added.Count == 0)
            return written;
        // They have their numbers only now.
        added.ForEach(WriteDown);
        return written + base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite orders texts; moments have to be numbers to be compared there.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Draft>(row =>
        {
            row.ToTable("issuedesk_drafts");
            row.Property(draft => draft.Version).IsConcurrencyToken();
            row.HasIndex(draft => draft.Marker).IsUnique();
            row.HasIndex(draft => new { draft.Account, draft.Person, draft.Id });
            row.HasIndex(draft => draft.Status);
            row.HasIndex(draft => draft.IssueKey);
            row.Ignore(draft => draft.Owner).Ignore(draft => draft.Number).Ignore(draft => draft.TaskId);
        });
        modelBuilder.Entity<DraftAttachment>(row =>
        {
            row.ToTable("issuedesk_attachments");
            row.HasOne<Draft>().WithMany().HasForeignKey(attachment => attachment.DraftId);
        });
        modelBuilder.Entity<DraftChange>(row =>
        {
            row.ToTable("issuedesk_draft_changes");
            row.HasOne<Draft>().WithMany().HasForeignKey(change => change.DraftId);
        });
        modelBuilder.Entity<Setting>(row =>
        {
            row.ToTable("issuedesk_settings").HasKey(setting => setting.Key);
            row.Property(setting => setting.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Announcement>(row =>
        {
            row.ToTable("issuedesk_announcements");
            row.HasOne<Draft>().WithMany().HasForeignKey(announcement => announcement.DraftId);
            row.HasIndex(announcement => announcement.State);
            row.HasIndex(announcement => announcement.Cause);
        });
        modelBuilder.Entity<Errand>(row =>
        {
            row.ToTable("issuedesk_errands");
            row.HasIndex(errand => errand.IsDone);
        });
        modelBuilder.Entity<Person>(row => row.ToTable("issuedesk_people").HasKey(person => new { person.Account, person.UserId }));
        modelBuilder.Entity<DemoIssue>(row =>
        {
            row.ToTable("issuedesk_demo_issues").HasKey(issue => issue.Key);
            row.HasIndex(issue => issue.Marker).IsUnique();
        });
        modelBuilder.Entity<DemoComment>(row =>
        {
            row.ToTable("issuedesk_demo_comments");
            row.HasOne<DemoIssue>().WithMany().HasForeignKey(comment => comment.IssueKey);
        });
        modelBuilder.Entity<DemoFile>(row =>
        {
            row.ToTable("issuedesk_demo_files");
            row.HasOne<DemoIssue>().WithMany().HasForeignKey(file => file.IssueKey);
        });
    }

    private void WriteDown(Draft draft) => DraftChanges.Add(new DraftChange
    {
        DraftId = draft.Id,
        At = Now,
        Status = draft.Status,
        Attempts = draft.Attempts,
        Error = draft.Status is DraftStatus.Queued or DraftStatus.Failed or DraftStatus.Uncertain or DraftStatus.Pending ? draft.LastError : null,
    });
}
