namespace Hongyan.Server.Push;

/// <summary>Reads the body of a request, and not more of it than it may have.</summary>
internal static class PushBody
{
    /// <summary>The body; null where it is larger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">What is taken at the most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > maxBytes)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
