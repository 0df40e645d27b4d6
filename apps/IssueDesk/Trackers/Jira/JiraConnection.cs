using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Calls Jira. It repeats nothing: who asks knows whether that is safe.</summary>
internal sealed class JiraConnection(IHttpClientFactory http, DeskSettings settings, TimeProvider time)
{
    /// <summary>The named HttpClient, for whoever has to send its calls through a proxy.</summary>
    public const string HttpClientName = "Hongyan.IssueDesk.Jira";

    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Makes a call and reads the whole answer, whatever it is.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">Below the address of Jira, such as rest/api/2/myself.</param>
    /// <param name="content">Makes the body; null sends none.</param>
    /// <param name="patience">How long the answer may take; null: as configured.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="JiraSilentException">No whole answer came.</exception>
    public Task<JiraAnswer> SendAsync(HttpMethod method, string path, Func<HttpContent>? content, TimeSpan? patience, CancellationToken cancellationToken) =>
        SendAsync(settings.Current.Tracker, method, path, content, patience, cancellationToken);

    /// <summary>The same with a Jira that is not the configured one, or not yet.</summary>
    public async Task<JiraAnswer> SendAsync(
        TrackerOptions tracker, HttpMethod method, string path, Func<HttpContent>? content, TimeSpan? patience, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(tracker.BaseUrl!.AbsoluteUri.TrimEnd('/') + "/"), path)) { Content = content?.Invoke() };
        request.Headers.Authorization = string.IsNullOrEmpty(tracker.User)
            ? new AuthenticationHeaderValue("Bearer", tracker.Token)
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{tracker.User}:{tracker.Token}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // Without it Jira takes an upload for a forged form.
        request.Headers.Add("X-Atlassian-Token", "no-check");

        using var limit = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(tracker.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (HttpRequestException failure)
        {
            throw new JiraSilentException(WasNeverReached(failure), $"Jira could not be reached: {failure.HttpRequestError}.", failure);
        }
        catch (IOException failure)
        {
            throw new JiraSilentException(wasNeverReached: false, "The connection to Jira broke.", failure);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new JiraSilentException(wasNeverReached: false, "Jira did not answer in time.", late);
        }
    }

    public static HttpContent Json(JsonNode body) => new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static bool WasNeverReached(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private async Task<JiraAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new JiraAnswer(response.StatusCode, Parse(body))
        {
            RetryAfter = response.Headers.RetryAfter is { } retry ? retry.Delta ?? (retry.Date - time.GetUtcNow()) : null,
            DeniedReason = response.Headers.TryGetValues("X-Authentication-Denied-Reason", out var reasons) ? reasons.FirstOrDefault()?.Split(';')[0] : null,
        };
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
