using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How the platform lists OpenIDs: 10,000 at a time, and behind the last one of the page before.</summary>
internal static class OpenIdPage
{
    private const int Size = 10000;

    /// <summary>The page behind an OpenID.</summary>
    public static ApiAnswer Of(IReadOnlyList<Follower> all, string? after, bool withTotal)
    {
        IEnumerable<Follower> rest = all;
        if (!string.IsNullOrEmpty(after))
        {
            if (all.All(each => each.OpenId != after))
                return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
            rest = all.SkipWhile(each => each.OpenId != after).Skip(1);
        }
        List<Follower> page = [.. rest.Take(Size)];
        List<(string, JsonNode?)> fields = [("count", page.Count)];
        if (withTotal)
            fields.Insert(0, ("total", all.Count));
        if (page.Count > 0)
            fields.Add(("data", new JsonObject { ["openid"] = new JsonArray([.. page.Select(each => (JsonNode)each.OpenId)]) }));
        fields.Add(("next_openid", page is [.., var last] ? last.OpenId : ""));
        return ApiAnswer.Bare([.. fields]);
    }
}
