using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hongyan.Hub.Shell;

/// <summary>Stylesheet and icon, out of the assembly: they are there wherever the server is started.</summary>
internal static class ConsoleAssets
{
    private static readonly Dictionary<string, (byte[] Content, string Version, string ContentType)> Files = new(StringComparer.Ordinal)
    {
        ["console.css"] = Load("console.css", "text/css; charset=utf-8"),
        ["icon.svg"] = Load("icon.svg", "image/svg+xml"),
    };

    /// <summary>The address of an asset. It changes with the content, so that browsers may keep what they have.</summary>
    public static string UrlOf(string name) => $"{ConsolePaths.Assets}/{name}?v={Files[name].Version}";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(ConsolePaths.Assets + "/{name}", (string name, HttpContext context) =>
    {
        if (!Files.TryGetValue(name, out var file))
            return Results.NotFound();
        context.Response.Headers.CacheControl = context.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Version}\""));
    });

    private static (byte[] Content, string Version, string ContentType) Load(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hongyan.Hub.Assets.{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], contentType);
    }
}
