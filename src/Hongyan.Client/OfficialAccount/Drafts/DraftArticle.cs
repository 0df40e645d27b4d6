using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>One article of a draft or a publication (图文消息), or with <see cref="PictureIds"/> a post of pictures (图片消息).</summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html</remarks>
/// <param name="Title">The title: at most 64 characters.</param>
/// <param name="Content">
/// The article in HTML: fewer than 20000 characters and 1 MB, without scripts. Pictures from elsewhere are dropped: upload them by
/// <see cref="OfficialAccountMaterials.UploadArticlePictureAsync"/>. Of pictures, the text below them.
/// </param>
public sealed record DraftArticle(string Title, string Content)
{
    private const int TitleCharacters = 64;
    private const int AuthorCharacters = 16;
    private const int DigestCharacters = 120;
    private const int ContentCharacters = 20_000 - 1;
    private const int ContentBytes = 1024 * 1024 - 1;
    private const int UrlBytes = 1024;
    private const int MaxPictures = 20;

    /// <summary>The author: at most 16 characters.</summary>
    public string? Author { get; init; }

    /// <summary>What stands below the title (摘要): at most 120 characters. Left out, a single article shows the beginning of its text.</summary>
    public string? Digest { get; init; }

    /// <summary>What 阅读原文 opens.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The cover: the media id of a permanent picture. An article needs one, a post of pictures does not.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>The pictures of a post of pictures: the media ids of 1 to 20 permanent ones. Empty for an article.</summary>
    public IReadOnlyList<string> PictureIds { get; init; } = [];

    /// <summary>Whether readers may comment.</summary>
    public bool OpensComments { get; init; }

    /// <summary>Whether followers alone may comment.</summary>
    public bool OnlyFollowersComment { get; init; }

    /// <summary>Where it can be read; of a draft for a while only. Set by the platform.</summary>
    public string? Url { get; init; }

    /// <summary>Where its cover is. Set by the platform.</summary>
    public string? ThumbUrl { get; init; }

    /// <summary>Whether it was deleted after it was published. Set by the platform.</summary>
    public bool IsDeleted { get; init; }

    internal void Check(LimitCheck check)
    {
        check.Required("DraftArticle.Title", Title);
        check.Characters("DraftArticle.Title", Title, TitleCharacters);
        check.Characters("DraftArticle.Author", Author, AuthorCharacters);
        check.Characters("DraftArticle.Digest", Digest, DigestCharacters);
        check.Optional("DraftArticle.SourceUrl", SourceUrl, UrlBytes);
        check.Count("DraftArticle.PictureIds", PictureIds.Count, 0, MaxPictures);
        if (PictureIds.Count == 0)
        {
            check.Required("DraftArticle.Content", Content, ContentBytes);
            check.Required("DraftArticle.ThumbMediaId", ThumbMediaId);
        }
        check.Characters("DraftArticle.Content", Content, ContentCharacters);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("article_type"u8, PictureIds.Count == 0 ? "news"u8 : "newspic"u8);
        json.WriteString("title"u8, Title);
        json.WriteOptional("author"u8, Author);
        json.WriteOptional("digest"u8, Digest);
        json.WriteString("content"u8, Content);
        json.WriteOptional("content_source_url"u8, SourceUrl);
        json.WriteOptional("thumb_media_id"u8, ThumbMediaId);
        json.WriteNumber("need_open_comment"u8, OpensComments ? 1 : 0);
        json.WriteNumber("only_fans_can_comment"u8, OnlyFollowersComment ? 1 : 0);
        if (PictureIds.Count > 0)
        {
            json.WriteStartObject("image_info"u8);
            json.WriteStartArray("image_list"u8);
            foreach (var picture in PictureIds)
            {
                json.WriteStartObject();
                json.WriteString("image_media_id"u8, picture);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
