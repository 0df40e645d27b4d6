namespace Hongyan.Server.Tests;

/// <summary>A data folder of one test.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("hongyan-").FullName;

    /// <summary>Whether the next server finds it again.</summary>
    public bool IsKept { get; init; }

    public string Argument => $"--DataFolder={_path}";

    public string Combine(string name) => Path.Combine(_path, name);

    public void Delete() => Directory.Delete(_path, recursive: true);

    public void Dispose()
    {
        if (!IsKept)
            Delete();
    }
}
