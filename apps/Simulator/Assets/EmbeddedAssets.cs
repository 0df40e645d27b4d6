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
                "simulator.css", "messages.css", "official-account.css", "service.css", "simulator.js", "chat.js", "controls.js", "conversation.js", "copy.js", "files.js",
                "jssdk.js", "person.js", "pieces.js", "robots.css", "service.js", "talk.js", "icon.svg",
            }
            .ToDictionary(name => name, name => Load(name, ContentTypeOf(name)));

    /// <summary>The address of an asset. It changes with the content, so that browsers may keep what they have.</summary>
    public static string UrlOf(string name) => $"/assets/{name}?v={Files[name].Version}";

    /// <summary>An asset as the answer to a request that names no version of it.</summary>
    public static IResult Read(string name) =>
        Results.Bytes(Files[name].Content, Files[name].ContentType, entityTag: new EntityTagHeaderValue($"\"{Files[name].Version}\""));

    /// <summary>Maps the addresses.</summary>
    public static void MapEmbeddedAssets(this WebApplication app) =>
        app.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file))
                return Results.NotFound();
            context.Response.Headers.CacheControl = context.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Version}\""));
        }).ExcludeFromDescription();

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };

    private static (byte[] Content, string Version, string ContentType) Load(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hongyan.Simulator.Assets.{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], contentType);
    }
}
