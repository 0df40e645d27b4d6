namespace Hongyan.Hub.Storage;

/// <summary>Where a server keeps what must outlive it.</summary>
/// <param name="Provider">What kind of store it is.</param>
/// <param name="ConnectionString">How it is opened; empty in memory. May hold a password.</param>
/// <param name="DataFolder">The folder for what is no table; null in memory.</param>
public sealed record ServerStorage(StorageProvider Provider, string ConnectionString, string? DataFolder)
{
    /// <summary>No store.</summary>
    public static ServerStorage Memory { get; } = new(StorageProvider.Memory, "", DataFolder: null);

    /// <summary>Whether anything outlives the process.</summary>
    public bool IsDurable => Provider != StorageProvider.Memory;

    /// <summary>Says what kind it is, and no password.</summary>
    public override string ToString() => Provider.ToString();
}
