namespace Hongyan.WeCom;

/// <summary>
/// A notice with a picture (图文展示型). Needs a title in <see cref="TemplateCard.MainTitle"/>, <see cref="Action"/>, and
/// <see cref="Image"/> or <see cref="ImageText"/>.
/// </summary>
public sealed record NewsNoticeCard : TemplateCard
{
    /// <summary>What opens when the card is tapped.</summary>
    public required CardLink Action { get; init; }

    /// <summary>The menu in the upper right corner; with it the card needs a <see cref="TemplateCard.TaskId"/> when it is sent.</summary>
    public CardActionMenu? ActionMenu { get; init; }

    /// <summary>A picture across the card.</summary>
    public CardImage? Image { get; init; }

    /// <summary>A small picture on the left with text beside it (左图右文).</summary>
    public CardImageText? ImageText { get; init; }

    /// <summary>Paragraphs (卡片二级垂直内容); max. 4.</summary>
    public IReadOnlyList<CardParagraph> Paragraphs { get; init; } = [];

    /// <summary>A quotation.</summary>
    public CardQuote? Quote { get; init; }

    /// <summary>Names with values (二级标题+文本列表); max. 6.</summary>
    public IReadOnlyList<CardField> Fields { get; init; } = [];

    /// <summary>Lines that lead elsewhere (跳转指引); max. 3.</summary>
    public IReadOnlyList<CardJump> Jumps { get; init; } = [];
}
