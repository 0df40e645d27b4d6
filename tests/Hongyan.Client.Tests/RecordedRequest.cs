using System.Text;
using System.Web;

namespace Hongyan.Client.Tests;

/// <summary>What came over the wire.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Uri, string? ContentType, long? ContentLength, byte[] Body)
{
    public bool IsTokenFetch => Uri.AbsolutePath is "/cgi-bin/gettoken" or "/cgi-bin/stable_token";

    public string? AccessToken => Query("access_token");

    public string Endpoint => $"{Method} {Uri.AbsolutePath}";

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Query(string name) => HttpUtility.ParseQueryString(Uri.Query)[name];

    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content;
        // As a connection does it: the length first, then the bytes.
        var length = content?.Headers.ContentLength;
        var contentType = content is null ? null : content.Headers.NonValidated["Content-Type"].ToString();
        var body = content is null ? [] : await content.ReadAsByteArrayAsync(cancellationToken);
        return new RecordedRequest(request.Method, request.RequestUri!, contentType, length, body);
    }
}
