namespace Hongyan.OfficialAccount;

/// <summary>A publication has ended (发布结果, PUBLISHJOBFINISH or FREEPUBLISHJOBFINISH).</summary>
public sealed record PublishFinishedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public PublishFinishedEvent()
    {
    }

    internal PublishFinishedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var publishEventInfo = payload.Children("PublishEventInfo"u8);
        var articleDetail = publishEventInfo.Children("article_detail"u8);
        PublishId = publishEventInfo.Text("publish_id"u8);
        Status = publishEventInfo.SmallNumber("publish_status"u8);
        ArticleId = publishEventInfo.Text("article_id"u8);
        ArticleCount = articleDetail.SmallNumber("count"u8);
        Articles = articleDetail.Items("item"u8, PublishedArticle.Read);
        FailedIndexes = publishEventInfo.SplitNumbers("fail_idx"u8);
    }

    /// <summary>The id that the publishing returned.</summary>
    public string PublishId { get; init; } = "";

    /// <summary>
    /// 0 success, 1 under way, 2 originality failed, 3 failed, 4 refused by the platform, 5 deleted by the author, 6 blocked by the platform.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>The id of the published piece; empty where it failed.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>How many articles it has.</summary>
    public int? ArticleCount { get; init; }

    /// <summary>The articles and where they can be read.</summary>
    public IReadOnlyList<PublishedArticle> Articles { get; init; } = [];

    /// <summary>The articles that failed, from 1.</summary>
    public IReadOnlyList<int> FailedIndexes { get; init; } = [];
}
