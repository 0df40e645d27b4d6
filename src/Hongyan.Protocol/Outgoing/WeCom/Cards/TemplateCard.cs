using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>
/// A template card (模板卡片), in one of five types. Lengths described as advised are what the platform recommends for
/// good looks: longer text is accepted here and may be shortened on the screen.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90236 (模板卡片消息).</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextNoticeCard), "text_notice")]
[JsonDerivedType(typeof(NewsNoticeCard), "news_notice")]
[JsonDerivedType(typeof(ButtonInteractionCard), "button_interaction")]
[JsonDerivedType(typeof(VoteInteractionCard), "vote_interaction")]
[JsonDerivedType(typeof(MultipleInteractionCard), "multiple_interaction")]
public abstract record TemplateCard
{
    private protected TemplateCard()
    {
    }

    /// <summary>Who speaks: a small line with a picture above the card.</summary>
    public CardSource? Source { get; init; }

    /// <summary>The title (一级标题) and the line below it.</summary>
    public CardTitle? MainTitle { get; init; }

    /// <summary>Tells the card apart when it is clicked: unique in the app, max. 128 of A-Z, a-z, 0-9, '_', '-', '@'.</summary>
    public string? TaskId { get; init; }
}
