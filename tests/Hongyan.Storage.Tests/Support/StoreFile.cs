using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Tests.Support;

/// <summary>A database file of one test, with the keys that outlive its processes.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hongyan-").FullName;

    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    public string Path => System.IO.Path.Combine(_folder, "hongyan.db");

    public string ConnectionString => $"Data Source={Path}";

    /// <summary>Asks the file beside whoever else uses it.</summary>
    public T? Scalar<T>(string sql)
    {
        using var connection = new SqliteConnection($"{ConnectionString};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is T value ? value : default;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
