namespace Hongyan.Calls;

/// <summary>What proves who calls, in the query of the URL: the only way the platforms take it, so the URL is shown nowhere.</summary>
/// <param name="name">The parameter: <c>access_token</c> or <c>corpsecret</c>.</param>
/// <param name="value">The token or secret.</param>
internal readonly struct QuerySecret(string name, string value)
{
    private readonly string _name = name;
    private readonly string _value = value;

    public string AppendTo(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{_name}={Uri.EscapeDataString(_value)}";

    /// <summary>The text without the secret.</summary>
    public string RemoveFrom(string text) => text.Replace(_value, "***", StringComparison.Ordinal);
}
