namespace Hongyan;

/// <summary>A field of a reply or of a call is larger, or holds less, than the platform takes. Thrown before anything is sent.</summary>
public sealed class FieldLimitException : HongyanException
{
    /// <summary>Names the field, the limit and what was found.</summary>
    /// <param name="field">The property, such as <c>TextReply.Content</c>.</param>
    /// <param name="limit">The bound that was passed.</param>
    /// <param name="actual">What was found.</param>
    /// <param name="message">A sentence with the field, the limit, its unit and the platform's page.</param>
    public FieldLimitException(string field, double limit, double actual, string message)
        : base(message)
    {
        Field = field;
        Limit = limit;
        Actual = actual;
    }

    /// <summary>The property, such as <c>TextReply.Content</c>.</summary>
    public string Field { get; }

    /// <summary>The bound that was passed: bytes of UTF-8 (the message says where characters are meant) for text, items for a list, the value itself for a number.</summary>
    public double Limit { get; }

    /// <summary>What was found, in the unit of <see cref="Limit"/>.</summary>
    public double Actual { get; }
}
