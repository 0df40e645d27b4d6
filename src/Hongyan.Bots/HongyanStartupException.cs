namespace Hongyan;

/// <summary>A mistake that is found before the first message: in the configuration or in how routes are registered.</summary>
public sealed class HongyanStartupException : HongyanException
{
    /// <summary>Reports a mistake.</summary>
    /// <param name="code">The code, such as <c>HY1003</c>; docs/errors has a page for each.</param>
    /// <param name="message">What is wrong and how to mend it, in one or two sentences.</param>
    public HongyanStartupException(string code, string message)
        : base($"{code}: {message}") => Code = code;

    /// <summary>Reports several mistakes at once; each sentence begins with its code.</summary>
    internal HongyanStartupException(IEnumerable<string> failures)
        : base(string.Join(Environment.NewLine, failures)) => Code = failures.First()[..failures.First().IndexOf(':')];

    /// <summary>The code, such as <c>HY1003</c>; docs/errors has a page for each.</summary>
    public string Code { get; }
}
