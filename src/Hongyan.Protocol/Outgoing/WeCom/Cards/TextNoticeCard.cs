namespace Hongyan.WeCom;

/// <summary>A notice in words (文本通知型). Needs <see cref="Action"/>, and a title or <see cref="SubTitle"/>.</summary>
public sealed record TextNoticeCard : TemplateCard
{
    /// <summary>What opens when the card is tapped.</summary>
    public required CardLink Action { get; init; }

    /// <summary>The menu in the upper right corner; with it the card needs a <see cref="TemplateCard.TaskId"/> when it is sent.</summary>
    public CardActionMenu? ActionMenu { get; init; }

    /// <summary>A figure in large type (关键数据).</summary>
    public CardEmphasis? Emphasis { get; init; }

    /// <summary>The text (二级普通文本); advised max. 160 characters.</summary>
    public string? SubTitle { get; init; }

    /// <summary>A quotation.</summary>
    public CardQuote? Quote { get; init; }

    /// <summary>Names with values (二级标题+文本列表); max. 6.</summary>
    public IReadOnlyList<CardField> Fields { get; init; } = [];

    /// <summary>Lines that lead elsewhere (跳转指引); max. 3.</summary>
    public IReadOnlyList<CardJump> Jumps { get; init; } = [];
}
