using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Reads the articles of draft/add, draft/update and media/uploadnews as the platform does.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html.</remarks>
internal sealed partial class NewsReader(Materials materials, MediaStore media, SimulatorAddress address)
{
    private const int MaxArticles = 8;
    private const int MaxPictures = 20;
    private const int TitleCharacters = 64;
    private const int AuthorCharacters = 16;
    private const int DigestCharacters = 120;
    private const int DigestOfContent = 54;
    private const int ContentCharacters = 20_000;
    private const int ContentBytes = 1024 * 1024;
    private const int UrlBytes = 1024;

    /// <summary>The articles, or what is wrong with one of them.</summary>
    /// <param name="request">Whose body has <c>articles</c>.</param>
    /// <param name="takesTemporary">Whether a cover may be temporary material.</param>
    public (IReadOnlyList<DraftArticle> Articles, ApiError? Error) ReadAll(ApiRequest request, bool takesTemporary = false)
    {
        var given = request.Body.Objects("articles") ?? [];
        if (given.Count == 0)
            return ([], OfficialAccountErrors.EmptyNews);
        if (given.Count > MaxArticles)
            return ([], OfficialAccountErrors.ArticleSize);
        List<DraftArticle> articles = [];
        foreach (var each in given)
        {
            var (article, error) = Read(request, each, isAlone: given.Count == 1, takesTemporary);
            if (article is null)
                return ([], error);
            articles.Add(article);
        }
        return (articles, null);
    }

    /// <summary>One article, or what is wrong with it.</summary>
    public (DraftArticle? Article, ApiError? Error) Read(ApiRequest request, JsonObject given, bool isAlone, bool takesTemporary = false)
    {
        var (title, author, digest) = (given.Text("title") ?? "", given.Text("author") ?? "", given.Text("digest") ?? "");
        var (content, sourceUrl) = (given.Text("content") ?? "", given.Text("content_source_url") ?? "");
        var isPictures = given.Text("article_type") == "newspic";
        if (title.Length == 0 || Utf8.Characters(title) > TitleCharacters)
            return (null, OfficialAccountErrors.TitleSize);
        if (Utf8.Characters(author) > AuthorCharacters)
            return (null, OfficialAccountErrors.AuthorSize);
        if (Utf8.Characters(digest) > DigestCharacters)
            return (null, OfficialAccountErrors.DescriptionSize);
        if (content.Length == 0 && !isPictures)
            return (null, OfficialAccountErrors.EmptyText);
        if (Utf8.Characters(content) >= ContentCharacters || Utf8.Count(content) >= ContentBytes)
            return (null, OfficialAccountErrors.ContentSize);
        if (Utf8.Count(sourceUrl) > UrlBytes)
            return (null, OfficialAccountErrors.UrlSize);

        var pictures = isPictures
            ? (given.Object("image_info")?.Objects("image_list") ?? []).Select(each => each.Text("image_media_id") ?? "").ToList()
            : [];
        if (isPictures && pictures.Count is 0 or > MaxPictures)
            return (null, OfficialAccountErrors.MediaIdSize);
        var thumb = isPictures ? pictures[0] : given.Text("thumb_media_id") ?? "";
        if (pictures.Append(thumb).Any(each => !IsPicture(request.Account, each, takesTemporary)))
            return (null, OfficialAccountErrors.MediaId);

        var clean = Clean(request, content);
        return (new()
        {
            Type = isPictures ? "newspic" : "news",
            Title = title,
            Author = author,
            Digest = digest.Length > 0 || !isAlone ? digest : Utf8.Shorten(Tags().Replace(clean, "").Trim(), DigestOfContent),
            Content = clean,
            SourceUrl = sourceUrl,
            ThumbMediaId = thumb,
            PictureIds = pictures,
            OpensComments = given.Number("need_open_comment") == 1,
            OnlyFollowersComment = given.Number("only_fans_can_comment") == 1,
        }, null);
    }

    private bool IsPicture(Account account, string mediaId, bool takesTemporary) =>
        materials.Find(account, mediaId) is { Type: "image" or "thumb" }
        || (takesTemporary && media.FindValid(mediaId) is { Kind: MediaKind.Image });

    // Scripts go, and so do pictures from elsewhere: the platform shows only those that were uploaded to it.
    private string Clean(ApiRequest request, string content)
    {
        var own = address.Of("/");
        var dropped = 0;
        var clean = Pictures().Replace(Scripts().Replace(content, ""), picture =>
        {
            if (picture.Groups["src"].Value.StartsWith(own, StringComparison.Ordinal))
                return picture.Value;
            dropped++;
            return "";
        });
        if (dropped > 0)
            request.Remark(Finding.Of(FindingKind.ArticlePictures, dropped));
        return clean;
    }

    [GeneratedRegex("<script\\b.*?(</script\\s*>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Scripts();

    [GeneratedRegex("<img\\b[^>]*?\\bsrc\\s*=\\s*[\"']?(?<src>[^\"'\\s>]*)[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pictures();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
