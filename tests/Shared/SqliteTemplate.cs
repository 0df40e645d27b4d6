using Hongyan.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace Hongyan.Tests;

/// <summary>A database file with its tables in it, made once: they take longer to make than to copy.</summary>
/// <param name="migrate">Makes the tables beside the store's own.</param>
internal sealed class SqliteTemplate(Action<SqliteDatabase>? migrate = null)
{
    private readonly Lazy<byte[]> _file = new(() => Make(migrate));

    /// <summary>Makes a database, unless there is one.</summary>
    public void CopyTo(string path)
    {
        if (!File.Exists(path))
            File.WriteAllBytes(path, _file.Value);
    }

    private static byte[] Make(Action<SqliteDatabase>? migrate)
    {
        var folder = Directory.CreateTempSubdirectory("hongyan-template-").FullName;
        try
        {
            var path = Path.Combine(folder, "hongyan.db");
            using (var database = new SqliteDatabase(Options.Create(new SqliteStoreOptions { ConnectionString = $"Data Source={path};Pooling=false" })))
            {
                database.Open();
                migrate?.Invoke(database);
            }
            return File.ReadAllBytes(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
