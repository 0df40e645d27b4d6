namespace Hongyan.Testing;

/// <summary>A file is not a transcript. The message says where and what to write instead.</summary>
public sealed class TranscriptFormatException : HongyanException
{
    internal TranscriptFormatException(string file, int line, string problem)
        : base($"{file}, line {line}: {problem}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The line; the first is 1.</summary>
    public int Line { get; }
}
