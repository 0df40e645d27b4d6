using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hongyan.Storage;

/// <summary>The store's database, for whoever reads in it or has tables of his own there.</summary>
public abstract class StoreDatabase
{
    private static readonly ConcurrentDictionary<Type, string?> LastMigrations = new();

    /// <summary>What people call it: the full path of the file, or server and database. Holds no secret.</summary>
    public abstract string Name { get; }

    /// <summary>How a reader opens it. Readers never wait for the writer. Holds the password where the database has one.</summary>
    public abstract string ReadOnlyConnectionString { get; }

    /// <summary>Opens a connection for reading.</summary>
    /// <exception cref="DbException">It cannot be read at the moment.</exception>
    public abstract Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Applies the migrations that an application's own tables lack: in the <c>StartingAsync</c> of a hosted service that is registered after
    /// the store, so that nobody of this process writes yet. Where several processes start at once, one of them migrates.
    /// </summary>
    /// <typeparam name="TContext">The application's context for this kind of database; the migrations are in its assembly.</typeparam>
    /// <param name="historyTable">Where it is written which of them were applied: a table of the application's own.</param>
    /// <param name="open">Makes a context of a connection string.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="HongyanStartupException">HY1013: the database cannot be written.</exception>
    public abstract Task MigrateAsync<TContext>(string historyTable, Func<string, TContext> open, CancellationToken cancellationToken)
        where TContext : DbContext;

    /// <summary>Whether the store's own last migration was applied.</summary>
    /// <exception cref="DbException">It cannot be read at the moment.</exception>
    public abstract Task<bool> IsCurrentAsync(CancellationToken cancellationToken);

    /// <summary>The newest migration that an assembly has for a context; null where it has none.</summary>
    protected static string? LastMigrationOf(Type contextType) => LastMigrations.GetOrAdd(contextType, static type => type.Assembly.GetTypes()
        .Where(candidate => candidate.GetCustomAttribute<DbContextAttribute>()?.ContextType == type)
        .Select(candidate => candidate.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal));
}
