using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>A browser without script: keeps cookies, reads pages, posts their forms.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;

    public PageClient(RunningSimulator simulator)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _http = new HttpClient(handler) { BaseAddress = simulator.Http.BaseAddress };
    }

    public async Task<(int Status, string Html, Uri? Location)> GetAsync(string path, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (acceptLanguage is not null)
            request.Headers.Add("Accept-Language", acceptLanguage);
        using var response = await _http.SendAsync(request);
        return await ReadAsync(response);
    }

    /// <summary>Posts the named form of a page with its hidden fields, and with those given.</summary>
    public async Task<(int Status, string Html, Uri? Location)> PostAsync(
        string page, string form, IReadOnlyDictionary<string, string> fields, bool withToken = true, (string Name, byte[] Content)? file = null)
    {
        var (_, html, _) = await GetAsync(page);
        var markup = Forms().Matches(html).Single(match => match.Value.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)).Value;
        var action = Action().Match(markup) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : page;
        var all = Hidden().Matches(markup).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        if (!withToken)
            all.Remove("__RequestVerificationToken");
        foreach (var (name, value) in fields)
            all[name] = value;

        using HttpContent content = file is { } chosen ? WithFile(all, chosen) : new FormUrlEncodedContent(all);
        using var response = await _http.PostAsync(new Uri(action, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    private static MultipartFormDataContent WithFile(Dictionary<string, string> fields, (string Name, byte[] Content) file)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), $"\"{name}\"");
        content.Add(new ByteArrayContent(file.Content), "\"media\"", $"\"{file.Name}\"");
        return content;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<(int Status, string Html, Uri? Location)> ReadAsync(HttpResponseMessage response) =>
        ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("^<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
