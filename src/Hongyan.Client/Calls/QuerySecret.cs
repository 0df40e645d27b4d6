namespace Hongyan.Calls;

/// <summary>
/// What proves who calls: mostly in the query of the URL, the only way the platforms take it, so the URL is shown nowhere.
/// </summary>
internal readonly struct QuerySecret
{
    private readonly string? _name;
    private readonly string _value;

    /// <param name="name">The parameter: <c>access_token</c> or <c>corpsecret</c>.</param>
    /// <param name="value">The token or secret.</param>
    public QuerySecret(string name, string value)
        : this(value) => _name = name;

    private QuerySecret(string value) => _value = value;

    /// <summary>A secret that the body of the request has already.</summary>
    public static QuerySecret InBody(string value) => new(value);

    public string AppendTo(string path) =>
        _name is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{_name}={Uri.EscapeDataString(_value)}";

    /// <summary>The text without the secret.</summary>
    public string RemoveFrom(string text) => text.Replace(_value, "***", StringComparison.Ordinal);
}
