namespace Hongyan.Testing;

/// <summary>What kind of reply (被动回复) or active message (主动消息) came.</summary>
public enum BotReplyKind
{
    /// <summary>Nothing was answered.</summary>
    Nothing,

    /// <summary>Text (文本); with a robot also what a stream became, and what it sends later.</summary>
    Text,

    /// <summary>A picture (图片).</summary>
    Image,

    /// <summary>A voice message (语音).</summary>
    Voice,

    /// <summary>A video (视频).</summary>
    Video,

    /// <summary>Articles (图文).</summary>
    News,

    /// <summary>The clicked card's buttons read differently (更新按钮文案).</summary>
    UpdateButton,

    /// <summary>The clicked task card's button reads differently (更新任务卡片).</summary>
    UpdateTaskCard,

    /// <summary>The clicked card becomes another (更新模板卡片).</summary>
    UpdateTemplateCard,

    /// <summary>Music (音乐), of an Official Account.</summary>
    Music,

    /// <summary>The person is passed on to a servicer (转到客服), of an Official Account.</summary>
    TransferToServicer,

    /// <summary>A file (文件), as an active message.</summary>
    File,

    /// <summary>A card of text (文本卡片), as an active message.</summary>
    TextCard,

    /// <summary>Markdown, as an active message.</summary>
    Markdown,

    /// <summary>A template card (模板卡片), as an active message or a robot's answer.</summary>
    TemplateCard,

    /// <summary>Articles from the material of the account (图文素材), as an active message.</summary>
    HostedNews,

    /// <summary>A published article (已发布的图文), as an active message of an Official Account.</summary>
    PublishedArticle,

    /// <summary>A menu in the chat (菜单消息), as an active message of an Official Account.</summary>
    MessageMenu,

    /// <summary>A coupon (卡券), as an active message of an Official Account.</summary>
    Coupon,

    /// <summary>A page of a mini program (小程序卡片), as an active message of an Official Account.</summary>
    MiniProgramPage,

    /// <summary>A notice that opens a mini program (小程序通知), as an active message.</summary>
    MiniProgramNotice,
}
