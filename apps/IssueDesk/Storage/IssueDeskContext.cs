using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
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

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Errand> Errands => Set<Errand>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<DemoIssue> DemoIssues => Set<DemoIssue>();

    public DbSet<DemoComment> DemoComments => Set<DemoComment>();

    public DbSet<DemoFile> DemoFiles => Set<DemoFile>();

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
        modelBuilder.Entity<Announcement>(row =>
        {
            row.ToTable("issuedesk_announcements");
            row.HasOne<Draft>().WithMany().HasForeignKey(announcement => announcement.DraftId);
            row.HasIndex(announcement => announcement.State);
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
}
