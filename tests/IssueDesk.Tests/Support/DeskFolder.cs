using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>What outlives a process: the database and the keys.</summary>
internal sealed class DeskFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("hongyan-desk-").FullName;

    public string ConnectionString => $"Data Source={Path.Combine(_path, "desk.db")}";

    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }
}
