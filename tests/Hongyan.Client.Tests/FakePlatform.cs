using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Hongyan.Client.Tests;

/// <summary>The platform at the HTTP edge: a queue of answers and a list of requests. Hands out tokens by itself.</summary>
internal sealed class FakePlatform : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private int _tokens;

    /// <summary>Everything but the fetching of tokens, in the order it came.</summary>
    public IReadOnlyList<RecordedRequest> Calls => [.. _requests.Where(request => !request.IsTokenFetch)];

    public IReadOnlyList<RecordedRequest> TokenFetches => [.. _requests.Where(request => request.IsTokenFetch)];

    /// <summary>The answer to gettoken or stable_token, given how many were asked for before.</summary>
    public Func<int, CancellationToken, Task<HttpResponseMessage>> IssueToken { get; set; } = (number, _) => Task.FromResult(Token(TokenNumber(number)));

    /// <summary>The answer to what nothing is queued for.</summary>
    public Func<RecordedRequest, HttpResponseMessage> Otherwise { get; set; } = _ => throw new InvalidOperationException("Nothing is queued for this call.");

    public static string TokenNumber(int number) => $"very-secret-token-{number}";

    public static HttpResponseMessage Token(string value, int expiresIn = 7200) =>
        Json($$"""{"errcode":0,"errmsg":"ok","access_token":"{{value}}","expires_in":{{expiresIn}}}""");

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Error(int code, string message) => Json($$"""{"errcode":{{code}},"errmsg":"{{message}}"}""");

    public void Answer(HttpResponseMessage response) => Answer((_, _) => Task.FromResult(response));

    public void Answer(string json) => Answer(Json(json));

    public void Answer(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> answer) => _answers.Enqueue(answer);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.OfAsync(request, cancellationToken);
        _requests.Enqueue(recorded);
        if (recorded.IsTokenFetch)
            return await IssueToken(Interlocked.Increment(ref _tokens), cancellationToken);
        return _answers.TryDequeue(out var answer) ? await answer(recorded, cancellationToken) : Otherwise(recorded);
    }
}
