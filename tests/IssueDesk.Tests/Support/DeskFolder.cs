using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>What outlives a process: the database and the keys.</summary>
internal sealed class DeskFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("hongyan-desk-").FullName;

    /// <summary>The address of the one-time link for the first administrator.</summary>
    public string SetupPath => new Uri(File.ReadAllText(Path.Combine(Location, "setup-link.txt")).Trim()).PathAndQuery;

    public string Location => _path;

    public string ConnectionString => $"Data Source={Path.Combine(_path, "desk.db")}";

    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }
}
