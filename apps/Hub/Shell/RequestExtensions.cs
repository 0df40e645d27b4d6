using System.Globalization;

namespace Hongyan.Hub.Shell;

/// <summary>What pages ask a request for. Whoever sends it may send anything, so every answer is bounded.</summary>
public static class RequestExtensions
{
    /// <summary>The longest text that is looked for in a list.</summary>
    public const int LongestFilter = 200;

    /// <summary>A field of the form that was sent; empty where it is missing.</summary>
    public static string Field(this HttpContext context, string name) => context.Request.HasFormContentType ? context.Request.Form[name].ToString() : "";

    /// <summary>A parameter of the address, trimmed and cut to what a filter may be; null where it says nothing.</summary>
    public static string? Filter(this HttpContext context, string name)
    {
        var value = context.Request.Query[name].ToString().Trim();
        return value.Length switch
        {
            0 => null,
            > LongestFilter => value[..LongestFilter],
            _ => value,
        };
    }

    /// <summary>A number of the address; null where it is none.</summary>
    public static long? Number(this HttpContext context, string name) =>
        long.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Where a request comes from, for the audit.</summary>
    public static string? Address(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
