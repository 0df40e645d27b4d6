namespace Hongyan.Testing;

/// <summary>A test cannot go on: the bot did not answer, or answered something that no platform would take. The message says what and why.</summary>
public class BotTestException : HongyanException
{
    /// <summary>Reports what is wrong.</summary>
    public BotTestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
