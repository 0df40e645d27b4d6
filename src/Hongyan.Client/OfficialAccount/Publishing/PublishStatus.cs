namespace Hongyan.OfficialAccount;

/// <summary>How far a publication is (publish_status).</summary>
public enum PublishStatus
{
    /// <summary>Published (成功).</summary>
    Published = 0,

    /// <summary>Under way (发布中).</summary>
    UnderWay = 1,

    /// <summary>The originality check refused it (原创失败).</summary>
    OriginalityFailed = 2,

    /// <summary>Failed for another reason (常规失败).</summary>
    Failed = 3,

    /// <summary>The platform refused it (平台审核不通过).</summary>
    Refused = 4,

    /// <summary>It was published, and the author deleted all articles (成功后用户删除所有文章).</summary>
    Deleted = 5,

    /// <summary>It was published, and the platform blocked all articles (成功后系统封禁所有文章).</summary>
    Blocked = 6,
}
