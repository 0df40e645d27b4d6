namespace Hongyan.Testing;

/// <summary>What kind of reply (被动回复) or active message (主动消息) came.</summary>
public enum BotReplyKind
{
    /// <summary>Nothing was answered.</summary>
    Nothing,

    /// <summary>Text (文本).</summary>
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

    /// <summary>A file (文件), as an active message.</summary>
    File,

    /// <summary>A card of text (文本卡片), as an active message.</summary>
    TextCard,

    /// <summary>Markdown, as an active message.</summary>
    Markdown,

    /// <summary>A template card (模板卡片), as an active message.</summary>
    TemplateCard,
}
