using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.Storage;

/// <summary>The console's tables in PostgreSQL, and the keys that the nodes share.</summary>
public sealed class PostgreSqlHubContext(DbContextOptions<PostgreSqlHubContext> options) : HubContext(options)
{
    /// <summary>The keys of Data Protection; with SQLite they are files.</summary>
    public DbSet<KeyRow> Keys => Set<KeyRow>();

    /// <summary>The context for a database.</summary>
    public static PostgreSqlHubContext For(string connectionString) => new(new DbContextOptionsBuilder<PostgreSqlHubContext>()
        .UseNpgsql(connectionString, postgreSql => postgreSql.MigrationsHistoryTable(HistoryTable))
        .Options);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<KeyRow>(row => row.ToTable("hub_keys").HasKey(key => key.Id));
        modelBuilder.UseLowerCaseNames();
    }
}
