using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>How drafts, publications and materials are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MediaIdAnswer))]
[JsonSerializable(typeof(NewsAnswer))]
[JsonSerializable(typeof(CountAnswer))]
[JsonSerializable(typeof(SwitchAnswer))]
[JsonSerializable(typeof(NewsPageAnswer))]
[JsonSerializable(typeof(PublishAnswer))]
[JsonSerializable(typeof(PublicationAnswer))]
[JsonSerializable(typeof(MaterialCountAnswer))]
[JsonSerializable(typeof(MaterialPageAnswer))]
[JsonSerializable(typeof(MaterialVideoAnswer))]
[JsonSerializable(typeof(UrlAnswer))]
internal sealed partial class OfficialAccountNewsJson : JsonSerializerContext;

internal sealed record MediaIdAnswer
{
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }
}

internal sealed record UrlAnswer
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }
}

internal sealed record CountAnswer
{
    [JsonPropertyName("total_count")]
    public int TotalCount { get; init; }
}

internal sealed record SwitchAnswer
{
    [JsonPropertyName("is_open")]
    public int IsOpen { get; init; }
}

internal sealed record NewsAnswer
{
    [JsonPropertyName("news_item")]
    public IReadOnlyList<NewsItemWire>? Items { get; init; }

    public IReadOnlyList<DraftArticle> Articles => [.. (Items ?? []).Select(each => each.ToArticle())];
}

internal sealed record NewsPageAnswer
{
    [JsonPropertyName("total_count")]
    public int TotalCount { get; init; }

    [JsonPropertyName("item")]
    public IReadOnlyList<NewsPageItem>? Items { get; init; }
}

internal sealed record NewsPageItem
{
    [JsonPropertyName("media_id")]
    public string MediaId { get; init; } = "";

    [JsonPropertyName("article_id")]
    public string ArticleId { get; init; } = "";

    [JsonPropertyName("content")]
    public NewsAnswer Content { get; init; } = new();

    [JsonPropertyName("update_time"), JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>An article as the platform gives it back.</summary>
internal sealed record NewsItemWire
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("author")]
    public string? Author { get; init; }

    [JsonPropertyName("digest")]
    public string? Digest { get; init; }

    [JsonPropertyName("content")]
    public string? Content { get; init; }

    [JsonPropertyName("content_source_url")]
    public string? SourceUrl { get; init; }

    [JsonPropertyName("thumb_media_id")]
    public string? ThumbMediaId { get; init; }

    [JsonPropertyName("thumb_url")]
    public string? ThumbUrl { get; init; }

    [JsonPropertyName("need_open_comment")]
    public int OpensComments { get; init; }

    [JsonPropertyName("only_fans_can_comment")]
    public int OnlyFollowersComment { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("is_deleted")]
    public bool IsDeleted { get; init; }

    [JsonPropertyName("image_info")]
    public NewsPicturesWire? Pictures { get; init; }

    public DraftArticle ToArticle() => new(Title ?? "", Content ?? "")
    {
        Author = Author,
        Digest = Digest,
        SourceUrl = SourceUrl,
        ThumbMediaId = ThumbMediaId,
        ThumbUrl = ThumbUrl,
        OpensComments = OpensComments == 1,
        OnlyFollowersComment = OnlyFollowersComment == 1,
        Url = Url,
        IsDeleted = IsDeleted,
        PictureIds = [.. (Pictures?.List ?? []).Select(each => each.MediaId)],
    };
}

internal sealed record NewsPicturesWire
{
    [JsonPropertyName("image_list")]
    public IReadOnlyList<NewsPictureWire>? List { get; init; }
}

internal sealed record NewsPictureWire
{
    [JsonPropertyName("image_media_id")]
    public string MediaId { get; init; } = "";
}

internal sealed record PublishAnswer
{
    [JsonPropertyName("publish_id")]
    public required string PublishId { get; init; }

    [JsonPropertyName("msg_data_id")]
    public long? DataId { get; init; }
}

internal sealed record PublicationAnswer
{
    [JsonPropertyName("publish_id")]
    public string PublishId { get; init; } = "";

    [JsonPropertyName("publish_status")]
    public int Status { get; init; }

    [JsonPropertyName("article_id")]
    public string? ArticleId { get; init; }

    [JsonPropertyName("article_detail")]
    public PublicationArticles? Articles { get; init; }

    [JsonPropertyName("fail_idx")]
    public IReadOnlyList<int>? FailedIndexes { get; init; }
}

internal sealed record PublicationArticles
{
    [JsonPropertyName("item")]
    public IReadOnlyList<PublicationArticle>? Items { get; init; }
}

internal sealed record PublicationArticle
{
    [JsonPropertyName("idx")]
    public int Index { get; init; }

    [JsonPropertyName("article_url")]
    public string Url { get; init; } = "";
}

internal sealed record MaterialCountAnswer
{
    [JsonPropertyName("voice_count")]
    public int Voices { get; init; }

    [JsonPropertyName("video_count")]
    public int Videos { get; init; }

    [JsonPropertyName("image_count")]
    public int Pictures { get; init; }

    [JsonPropertyName("news_count")]
    public int News { get; init; }
}

internal sealed record MaterialPageAnswer
{
    [JsonPropertyName("total_count")]
    public int TotalCount { get; init; }

    [JsonPropertyName("item")]
    public IReadOnlyList<MaterialPageItem>? Items { get; init; }
}

internal sealed record MaterialPageItem
{
    [JsonPropertyName("media_id")]
    public string MediaId { get; init; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("update_time"), JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record MaterialVideoAnswer
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("down_url")]
    public required string DownloadUrl { get; init; }
}
