namespace Hongyan.WeCom;

/// <summary>A card with one question to tick (投票选择型). Needs a <see cref="TemplateCard.TaskId"/> when it is sent.</summary>
public sealed record VoteInteractionCard : TemplateCard
{
    /// <summary>The question and its 1 to 20 options.</summary>
    public required CardCheckbox Checkbox { get; init; }

    /// <summary>The button that submits the choice.</summary>
    public required CardSubmitButton SubmitButton { get; init; }

    /// <summary>Only in an update: the button gives way to this text, such as 已提交, and cannot be pressed any more.</summary>
    public string? ReplaceText { get; init; }
}
