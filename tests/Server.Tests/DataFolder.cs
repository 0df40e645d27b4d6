namespace Hongyan.Server.Tests;

/// <summary>A data folder of one test.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("hongyan-").FullName;

    /// <summary>Whether the next server finds it again.</summary>
    public bool IsKept { get; init; }

    public string Argument => $"--DataFolder={_path}";

    public string Combine(string name) => Path.Combine(_path, name);

    /// <summary>Deletes it. A server that could not start is disposed, not stopped, and may still be writing its last word.</summary>
    public void Delete()
    {
        for (var left = 100; ; left--)
        {
            try
            {
                Directory.Delete(_path, recursive: true);
                return;
            }
            catch (IOException) when (left > 0)
            {
                Thread.Yield();
            }
        }
    }

    public void Dispose()
    {
        if (!IsKept)
            Delete();
    }
}
