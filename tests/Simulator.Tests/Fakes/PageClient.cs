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

    public async Task<(int Status, string Html, Uri? Location)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>Posts the named form of a page with its hidden fields, and with those given.</summary>
    public async Task<(int Status, string Html, Uri? Location)> PostAsync(
        string page, string form, IReadOnlyDictionary<string, string> fields, bool withToken = true)
    {
        var (_, html, _) = await GetAsync(page);
        var markup = Forms().Matches(html).Single(match => match.Value.Contains($"value=\"{form}\"", StringComparison.Ordinal)).Value;
        var action = Action().Match(markup) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : page;
        var all = Hidden().Matches(markup).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        if (!withToken)
            all.Remove("__RequestVerificationToken");
        foreach (var (name, value) in fields)
            all[name] = value;

        using var content = new FormUrlEncodedContent(all);
        using var response = await _http.PostAsync(new Uri(action, UriKind.Relative), content);
        return await ReadAsync(response);
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
