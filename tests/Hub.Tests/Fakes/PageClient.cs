using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.Hub.Tests.Fakes;

/// <summary>A browser without script: keeps cookies, reads pages, posts their forms.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;

    public PageClient(Uri address)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    /// <summary>A browser for a server in memory.</summary>
    public PageClient(HttpMessageHandler server)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new CookieKeeper(Cookies, server)) { BaseAddress = new Uri("http://localhost") };
    }

    public CookieContainer Cookies { get; }

    public async Task<Page> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Opens a page and posts one of its forms: its hidden fields, and those given.</summary>
    public async Task<Page> PostAsync(string path, string form, Dictionary<string, string> fields)
    {
        var page = await GetAsync(path);
        return await PostAsync(path, HiddenFieldsOf(page, form, path).Concat(fields).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value));
    }

    /// <summary>Posts these fields and no others.</summary>
    public async Task<Page> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Sends anything; what is too large is refused before it is on its way.</summary>
    public async Task<Page> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>The hidden fields of a form, which a browser sends back as they are.</summary>
    public static Dictionary<string, string> HiddenFieldsOf(Page page, string form, string path)
    {
        var markup = Forms().Matches(page.Html).FirstOrDefault(match => match.Value.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal))?.Value;
        Assert.True(markup is not null, $"{path} ({page.Status}) has no form {form}:\n{page.Html}");
        return Hidden().Matches(markup).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Page> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Location?.ToString(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>Does with cookies what a handler of sockets does by itself.</summary>
    private sealed class CookieKeeper(CookieContainer cookies, HttpMessageHandler server) : DelegatingHandler(server)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    cookies.SetCookies(request.RequestUri!, cookie);
            }
            return response;
        }
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
