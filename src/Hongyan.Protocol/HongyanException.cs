namespace Hongyan;

/// <summary>What every exception of this library is, so that one catch clause takes them all.</summary>
public class HongyanException : Exception
{
    /// <summary>An exception with a default message.</summary>
    public HongyanException()
    {
    }

    /// <summary>An exception with a message that says what is wrong and what to do.</summary>
    public HongyanException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public HongyanException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
