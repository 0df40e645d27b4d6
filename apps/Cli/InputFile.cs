using Hongyan.Cli.Resources;

namespace Hongyan.Cli;

/// <summary>A file of the command line, or the standard input, which is called <c>-</c>.</summary>
internal static class InputFile
{
    /// <summary>What stands for the standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>More than any callback has; a larger file is a mistake.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Reads it whole.</summary>
    /// <exception cref="InputException">It is not there, may not be read, or is larger than any payload.</exception>
    public static async Task<byte[]> ReadAsync(string name, Func<Stream> openInput, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = name == StandardInput ? openInput() : File.OpenRead(name);
            using var content = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (content.Length + read > MostBytes)
                    throw new InputException(Texts.Get("Input.TooLarge", name, MostBytes / (1024 * 1024)));
                content.Write(buffer, 0, read);
            }
            return content.ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Texts.Get("Input.Unreadable", name, failure.Message));
        }
    }

    /// <summary>Without the line end that editors and <c>echo</c> put at the end, which is no part of a payload.</summary>
    public static ReadOnlyMemory<byte> WithoutLineEnd(byte[] content) => content switch
    {
        [.., (byte)'\r', (byte)'\n'] => content.AsMemory(0, content.Length - 2),
        [.., (byte)'\n'] => content.AsMemory(0, content.Length - 1),
        _ => content,
    };
}
