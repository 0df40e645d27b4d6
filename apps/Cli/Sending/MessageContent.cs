using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Sending;

/// <summary>One thing to send.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text, or the path of the file.</param>
internal sealed record MessageContent(ContentKind Kind, string Value)
{
    /// <summary>Opens the file, whose name people see.</summary>
    /// <exception cref="InputException">It is not there or may not be read.</exception>
    public FileStream OpenFile()
    {
        try
        {
            return File.OpenRead(Value);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Texts.Get("Input.Unreadable", Value, failure.Message));
        }
    }

    /// <summary>The text within a limit: refused where it is too long, or cut where that was asked for.</summary>
    /// <exception cref="InputException">It is empty.</exception>
    public string Within(int maxBytes, bool cuts)
    {
        if (string.IsNullOrWhiteSpace(Value))
            throw new InputException(Texts.Get("Send.Empty"));
        return cuts ? Utf8Limit.Cut(Value, maxBytes) : Value;
    }
}
