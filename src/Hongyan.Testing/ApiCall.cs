using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Hongyan.Testing;

/// <summary>One call of the platform's API that the bot made.</summary>
public sealed record ApiCall
{
    private readonly Uri _address;

    internal ApiCall(string account, string method, Uri address, JsonNode? body)
    {
        Account = account;
        Method = method;
        _address = address;
        Body = body;
    }

    /// <summary>The account that called.</summary>
    public string Account { get; }

    /// <summary>GET or POST.</summary>
    public string Method { get; }

    /// <summary>Such as <c>/cgi-bin/appchat/send</c>.</summary>
    public string Path => _address.AbsolutePath;

    /// <summary>The JSON that was sent; null where there was none, or a file.</summary>
    public JsonNode? Body { get; }

    /// <summary>A parameter of the address; null where there is none.</summary>
    /// <param name="name">Its name, such as <c>userid</c>.</param>
    public string? Query(string name) => QueryHelpers.ParseQuery(_address.Query).TryGetValue(name, out var value) ? value.ToString() : null;
}
