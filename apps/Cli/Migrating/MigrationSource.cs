using System.Xml.Linq;
using Hongyan.Cli.Resources;
using Hongyan.Hub.Storage;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage.Schema;
using Hongyan.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Cli.Migrating;

/// <summary>The data folder of a server on SQLite, held so that no server starts on it meanwhile. Nothing in it is changed.</summary>
internal sealed class MigrationSource : IDisposable
{
    private const string FileName = "hongyan.db";

    private readonly FileStream _lock;

    private MigrationSource(string path, FileStream @lock)
    {
        (Path, _lock) = (path, @lock);
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        Connection = new SqliteConnection(settings.ConnectionString);
        Connection.Open();
        Tables = [.. ReadTables(settings.ConnectionString)];
    }

    /// <summary>The full path of the database.</summary>
    public string Path { get; }

    public SqliteConnection Connection { get; }

    /// <summary>What is in it, those that others refer to first.</summary>
    public IReadOnlyList<MigratedTable> Tables { get; }

    /// <exception cref="InputException">There is no database, a server runs on it, or another version made it.</exception>
    public static MigrationSource Open(string folder)
    {
        var path = System.IO.Path.GetFullPath(Directory.Exists(folder) ? System.IO.Path.Combine(folder, FileName) : folder);
        if (!File.Exists(path))
            throw new InputException(Texts.Get("Migrate.NoSource", path));
        FileStream? held = null;
        try
        {
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new MigrationSource(path, held);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && held is null)
        {
            throw new InputException(Texts.Get("Migrate.SourceInUse", path));
        }
        catch (SqliteException failure)
        {
            held?.Dispose();
            throw new InputException(Texts.Get("Migrate.SourceUnreadable", path, failure.Message));
        }
        catch (InputException)
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>The keys that its messages are encrypted with, by name.</summary>
    public IReadOnlyList<(string Name, XElement Xml)> ReadKeys()
    {
        var folder = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "keys");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(file => (System.IO.Path.GetFileNameWithoutExtension(file), XElement.Load(file)))]
            : [];
    }

    /// <summary>How many rows a table has.</summary>
    public long Count(MigratedTable table) => (long)Ask($"select count(*) from {table.Name}")!;

    public void Dispose()
    {
        Connection.Dispose();
        _lock.Dispose();
    }

    private IEnumerable<MigratedTable> ReadTables(string connectionString)
    {
        foreach (var (context, history) in new (DbContext, string)[]
        {
            (SqliteStorageContext.For(connectionString), StorageContext.HistoryTable),
            (SqliteHubContext.For(connectionString), HubContext.HistoryTable),
            (SqliteIssueDeskContext.For(connectionString), IssueDeskContext.HistoryTable),
        })
        {
            using (context)
            {
                // An application that was never opened has no tables here.
                if (!Has(history))
                    continue;
                if (context.Database.GetPendingMigrations().Any())
                    throw new InputException(Texts.Get("Migrate.OldSource", Path));
                foreach (var table in context.Model.GetEntityTypes().OrderBy(entity => entity.GetForeignKeys().Any()).ThenBy(entity => entity.GetTableName(), StringComparer.Ordinal))
                    yield return new MigratedTable(table.GetTableName()!, [.. table.GetProperties().Select(property => property.GetColumnName())]);
            }
        }
        if (Has(MigratedTable.DemoCounts.Name))
            yield return MigratedTable.DemoCounts;
    }

    private bool Has(string table)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where type = 'table' and name = $name";
        command.Parameters.AddWithValue("$name", table);
        return (long)command.ExecuteScalar()! > 0;
    }

    private object? Ask(string sql)
    {
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table cannot be a parameter; it comes from the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
