using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.Hub.Tests.Fakes;

/// <summary>What a browser got.</summary>
internal sealed partial record Page(int Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The one-time link that the page shows, without its host.</summary>
    public string LinkOnce() => new Uri(WebUtility.HtmlDecode(Link().Match(Html).Groups[1].Value)).PathAndQuery;

    [GeneratedRegex("value=\"(http[^\"]*/console/link[^\"]*)\"")]
    private static partial Regex Link();
}
