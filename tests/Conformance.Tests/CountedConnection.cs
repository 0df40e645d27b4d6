using System.Collections.Concurrent;

namespace Hongyan.Conformance.Tests;

/// <summary>A connection that remembers the paths that went over it and the access tokens they carried.</summary>
internal sealed class CountedConnection() : DelegatingHandler(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
{
    private readonly ConcurrentQueue<(string Path, string Query)> _requests = new();

    public int TokenFetches => _requests.Count(request => request.Path == "/cgi-bin/gettoken");

    /// <summary>The tokens that calls carried.</summary>
    public IReadOnlySet<string> Tokens => _requests
        .Select(request => System.Web.HttpUtility.ParseQueryString(request.Query)["access_token"]).OfType<string>().ToHashSet();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue((request.RequestUri!.AbsolutePath, request.RequestUri.Query));
        return base.SendAsync(request, cancellationToken);
    }
}
