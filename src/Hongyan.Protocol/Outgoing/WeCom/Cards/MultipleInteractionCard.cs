namespace Hongyan.WeCom;

/// <summary>A card with drop-down lists (多项选择型). Needs a <see cref="TemplateCard.TaskId"/> when it is sent.</summary>
public sealed record MultipleInteractionCard : TemplateCard
{
    /// <summary>1 to 3 lists, with question keys that differ.</summary>
    public required IReadOnlyList<CardSelect> Selects { get; init; }

    /// <summary>The button that submits the choices.</summary>
    public required CardSubmitButton SubmitButton { get; init; }

    /// <summary>Only in an update: the button gives way to this text, such as 已提交, and cannot be pressed any more.</summary>
    public string? ReplaceText { get; init; }
}
