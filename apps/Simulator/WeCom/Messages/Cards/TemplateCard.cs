using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A template card (模板卡片) with the names that it has on the wire. Which fields count depends on the type.</summary>
public sealed record TemplateCard
{
    /// <summary>text_notice, news_notice, button_interaction, vote_interaction or multiple_interaction.</summary>
    [JsonPropertyName("card_type")]
    public string? CardType { get; init; }

    /// <summary>Who speaks.</summary>
    [JsonPropertyName("source")]
    public CardSource? Source { get; init; }

    /// <summary>The menu in the upper right corner.</summary>
    [JsonPropertyName("action_menu")]
    public CardMenu? ActionMenu { get; init; }

    /// <summary>Title and the line below it.</summary>
    [JsonPropertyName("main_title")]
    public CardTitle? MainTitle { get; init; }

    /// <summary>What clicks are told apart by; unique in the app.</summary>
    [JsonPropertyName("task_id")]
    public string? TaskId { get; init; }

    /// <summary>A quotation.</summary>
    [JsonPropertyName("quote_area")]
    public CardQuote? Quote { get; init; }

    /// <summary>A figure in large type, with its name.</summary>
    [JsonPropertyName("emphasis_content")]
    public CardTitle? Emphasis { get; init; }

    /// <summary>The text.</summary>
    [JsonPropertyName("sub_title_text")]
    public string? SubTitle { get; init; }

    /// <summary>Names with values.</summary>
    [JsonPropertyName("horizontal_content_list")]
    public IReadOnlyList<CardField>? Fields { get; init; }

    /// <summary>Paragraphs.</summary>
    [JsonPropertyName("vertical_content_list")]
    public IReadOnlyList<CardTitle>? Paragraphs { get; init; }

    /// <summary>Lines that lead elsewhere.</summary>
    [JsonPropertyName("jump_list")]
    public IReadOnlyList<CardLink>? Jumps { get; init; }

    /// <summary>What opens when the card is tapped.</summary>
    [JsonPropertyName("card_action")]
    public CardLink? Action { get; init; }

    /// <summary>A picture across the card.</summary>
    [JsonPropertyName("card_image")]
    public CardImage? Image { get; init; }

    /// <summary>A small picture with text beside it.</summary>
    [JsonPropertyName("image_text_area")]
    public CardImageText? ImageText { get; init; }

    /// <summary>A drop-down list above the buttons.</summary>
    [JsonPropertyName("button_selection")]
    public CardQuestion? ButtonSelection { get; init; }

    /// <summary>The buttons.</summary>
    [JsonPropertyName("button_list")]
    public IReadOnlyList<CardButton>? Buttons { get; init; }

    /// <summary>The question to tick.</summary>
    [JsonPropertyName("checkbox")]
    public CardQuestion? Checkbox { get; init; }

    /// <summary>Drop-down lists.</summary>
    [JsonPropertyName("select_list")]
    public IReadOnlyList<CardQuestion>? Selects { get; init; }

    /// <summary>The button that submits what was chosen.</summary>
    [JsonPropertyName("submit_button")]
    public CardButton? SubmitButton { get; init; }

    /// <summary>In an update: what the buttons give way to.</summary>
    [JsonPropertyName("replace_text")]
    public string? ReplaceText { get; init; }

    /// <summary>Whether a click on it comes back as an event, so that sending it gives a response code.</summary>
    [JsonIgnore]
    public bool CallsBack => CardType is "button_interaction" or "vote_interaction" or "multiple_interaction" || ActionMenu is not null;
}
