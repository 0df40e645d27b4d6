namespace Hongyan.Calls;

/// <summary>One exchange over HTTP: sends, waits as long as is allowed, and turns what is not an answer into an exception that says so.</summary>
/// <param name="http">Made by the caller; its own address and timeout are not needed.</param>
/// <param name="address">Where the platform's API is: scheme, host and port.</param>
/// <param name="hint">What to do about an <c>errcode</c>, given the platform's text; null where nothing is known.</param>
/// <param name="time">The clock.</param>
internal sealed class PlatformConnection(HttpClient http, Uri address, Func<int, string, string?> hint, TimeProvider time)
{
    private readonly string _origin = address.GetLeftPart(UriPartial.Authority);

    /// <summary>Sends the request once.</summary>
    /// <param name="request">What to call.</param>
    /// <param name="secret">The token or secret that goes into the query.</param>
    /// <param name="wait">How long to wait for this answer.</param>
    /// <param name="read">Reads the answer; it is disposed of afterwards unless it was detached.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="PlatformException">Refused, or no usable answer.</exception>
    public async Task<T> SendAsync<T>(
        PlatformRequest request, QuerySecret secret, TimeSpan wait, Func<PlatformAnswer, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(wait, time);
        // One source for both ends: the caller's token ends it too, and which of the two it was shows below.
        using var caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            using var message = new HttpRequestMessage(request.Method, _origin + secret.AppendTo(request.Path)) { Content = request.CreateContent?.Invoke() };
            var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            using var answer = new PlatformAnswer(response, request, secret, hint);
            return await read(answer, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            var waited = timeout.IsCancellationRequested ? $" within {wait.TotalSeconds:0.#} s" : " within the HttpClient's timeout";
            throw new PlatformUnavailableException(request.Endpoint, $"{request.Endpoint} was not answered{waited}.", !request.IsRepeatable, innerException: late);
        }
        catch (HttpRequestException failure)
        {
            throw new PlatformUnavailableException(
                request.Endpoint, $"{request.Endpoint} got no answer from {_origin}: {failure.Message}",
                !request.IsRepeatable && !NeverArrived(failure.HttpRequestError), innerException: failure);
        }
        catch (HttpIOException failure)
        {
            throw new PlatformUnavailableException(
                request.Endpoint, $"{request.Endpoint} was answered in part only: {failure.Message}", !request.IsRepeatable, innerException: failure);
        }
    }

    private static bool NeverArrived(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
