namespace Hongyan.Hub.Storage;

/// <summary>What kind of store a server has: <c>Storage:Provider</c>.</summary>
public enum StorageProvider
{
    /// <summary>None: what is kept is gone with the process.</summary>
    Memory,

    /// <summary>A SQLite file, for one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database, for one process or many.</summary>
    PostgreSql,
}
