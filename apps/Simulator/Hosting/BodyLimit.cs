using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Http.Metadata;

namespace Hongyan.Simulator.Hosting;

/// <summary>How long the body of a request to an endpoint may be.</summary>
/// <param name="MaxRequestBodySize">Bytes.</param>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    /// <summary>Of an endpoint that says nothing else.</summary>
    public const long Usual = 1024 * 1024;

    /// <summary>Of an upload: room for a file that is too large, so that this can be said as the platform says it.</summary>
    public static BodyLimit ForMedia { get; } = new(3L * MediaLimit.Largest);
}
