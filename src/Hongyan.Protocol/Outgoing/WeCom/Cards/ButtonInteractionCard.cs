namespace Hongyan.WeCom;

/// <summary>A card with buttons (按钮交互型). Needs 1 to 6 <see cref="Buttons"/>, and a <see cref="TemplateCard.TaskId"/> when it is sent.</summary>
public sealed record ButtonInteractionCard : TemplateCard
{
    /// <summary>The buttons: 1 to 6, with keys that differ.</summary>
    public required IReadOnlyList<CardButton> Buttons { get; init; }

    /// <summary>A drop-down list above the buttons; what is chosen comes with the click.</summary>
    public CardSelect? Selection { get; init; }

    /// <summary>The menu in the upper right corner.</summary>
    public CardActionMenu? ActionMenu { get; init; }

    /// <summary>The text (二级普通文本); advised max. 160 characters.</summary>
    public string? SubTitle { get; init; }

    /// <summary>A quotation.</summary>
    public CardQuote? Quote { get; init; }

    /// <summary>Names with values (二级标题+文本列表); max. 6.</summary>
    public IReadOnlyList<CardField> Fields { get; init; } = [];

    /// <summary>What opens when the card is tapped; nothing by default.</summary>
    public CardLink? Action { get; init; }

    /// <summary>Only in an update: the buttons give way to this text, such as 已提交, and cannot be pressed any more.</summary>
    public string? ReplaceText { get; init; }
}
