namespace Hongyan.Testing;

/// <summary>Finds the file that a test names.</summary>
internal static class TranscriptFile
{
    /// <summary>Looks beside the test's source, then beside its assembly.</summary>
    /// <exception cref="FileNotFoundException">It is in neither place; the message names both.</exception>
    public static FileInfo Find(string path, string testFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // In a deterministic build the compiler gives the source a path that is not on this machine.
        string?[] folders = [Path.GetDirectoryName(testFile), AppContext.BaseDirectory];
        var candidates = folders.OfType<string>().Select(folder => Path.GetFullPath(Path.Combine(folder, path))).Distinct().ToList();
        return candidates.Find(File.Exists) is { } found
            ? new FileInfo(found)
            : throw new FileNotFoundException(
                $"There is no transcript at {string.Join(" nor at ", candidates)}. Put it beside the test's source, or let the project copy it: <None Update=\"**/*.txt\" CopyToOutputDirectory=\"PreserveNewest\" />.", path);
    }
}
