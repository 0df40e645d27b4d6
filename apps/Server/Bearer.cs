namespace Hongyan.Server;

/// <summary>The token that a request shows as its bearer's.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>The token; null where there is none.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
    }
}
