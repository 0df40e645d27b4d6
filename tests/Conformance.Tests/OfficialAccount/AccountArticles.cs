using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.OfficialAccount;

namespace Hongyan.Conformance.Tests.OfficialAccount;

/// <summary>Files and articles for tests, and what the bot is told when something ends.</summary>
internal static class AccountArticles
{
    /// <summary>A picture.</summary>
    public static readonly byte[] Jpg = [0xFF, 0xD8, 0xFF, 0xE0, .. "JFIF, a picture"u8];

    /// <summary>A recording.</summary>
    public static readonly byte[] Mp3 = [.. "ID3"u8, .. "a recording that is long enough"u8];

    /// <summary>A video.</summary>
    public static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom, a video"u8];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Uploads a permanent picture; its media id.</summary>
    public static async Task<string> AddPictureAsync(this SimulatedPlatform platform)
    {
        using var content = new MemoryStream(Jpg);
        return (await platform.Account.Materials.AddAsync(MaterialType.Image, "封面.jpg", content, Cancellation)).MediaId;
    }

    /// <summary>Uploads a temporary file; its media id.</summary>
    public static async Task<string> UploadAsync(this SimulatedPlatform platform, MaterialType type, byte[] file)
    {
        using var content = new MemoryStream(file);
        return (await platform.Account.Media.UploadAsync(type, "文件", content, Cancellation)).MediaId;
    }

    /// <summary>Puts articles with these titles into the draft box; the draft's media id.</summary>
    public static async Task<string> AddDraftAsync(this SimulatedPlatform platform, params string[] titles)
    {
        var cover = await platform.AddPictureAsync();
        return await platform.Account.Drafts.AddAsync(
            [.. titles.Select(title => new DraftArticle(title, $"<p>{title}的正文</p>") { ThumbMediaId = cover })], Cancellation);
    }

    /// <summary>Moves the clock until every job has ended.</summary>
    public static Task EndJobsAsync(this SimulatedPlatform platform) => platform.AdvanceAsync(TimeSpan.FromSeconds(10));

    /// <summary>How jobs end from now on.</summary>
    public static Task SetJobsAsync(this SimulatedPlatform platform, object settings) =>
        platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/jobs/settings", settings);

    /// <summary>The XML of the last event of this name that went to the bot.</summary>
    public static async Task<XElement> EventAsync(this SimulatedPlatform platform, string name)
    {
        var deliveries = (await platform.ControlAsync(HttpMethod.Get, "/sim/deliveries"))!.AsArray();
        var told = deliveries.Where(each => (string?)each!["event"] == name).ToList();
        Assert.NotEmpty(told);
        return XElement.Parse((string)told.MaxBy(each => (long)each!["id"]!)!["plaintext"]!);
    }

    /// <summary>What is in a follower's chat.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ChatAsync(this SimulatedPlatform platform, string openId) =>
        [.. (await platform.ControlAsync(HttpMethod.Get, $"/sim/official-accounts/oa/people/{openId}/conversation"))!.AsArray().Select(each => each!)];

    /// <summary>What the page at this address shows.</summary>
    public static Task<string> PageAsync(this SimulatedPlatform platform, string url) => platform.Control.GetStringAsync(new Uri(url), Cancellation);
}
