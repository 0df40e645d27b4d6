using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Hongyan.Simulator.Assets;

/// <summary>Stylesheet, script and icon, out of the assembly: they are there wherever the program is started, and in whatever process.</summary>
internal static class EmbeddedAssets
{
    private static readonly Dictionary<string, (byte[] Content, string Version, string ContentType)> Files =
        new[]
            {
                ("simulator.css", "text/css; charset=utf-8"), ("simulator.js", "text/javascript; charset=utf-8"),
                ("controls.js", "text/javascript; charset=utf-8"), ("files.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml"),
                ("service.css", "text/css; charset=utf-8"), ("service.js", "text/javascript; charset=utf-8"),
            }
            .ToDictionary(file => file.Item1, file => Load(file.Item1, file.Item2));

    /// <summary>The address of an asset. It changes with the content, so that browsers may keep what they have.</summary>
    public static string UrlOf(string name) => $"/assets/{name}?v={Files[name].Version}";

    /// <summary>Maps the addresses.</summary>
    public static void MapEmbeddedAssets(this WebApplication app) =>
        app.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file))
                return Results.NotFound();
            context.Response.Headers.CacheControl = context.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Version}\""));
        }).ExcludeFromDescription();

    private static (byte[] Content, string Version, string ContentType) Load(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hongyan.Simulator.Assets.{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], contentType);
    }
}
