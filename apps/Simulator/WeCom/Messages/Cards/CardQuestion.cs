using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A question of a card: a drop-down list, or options to tick.</summary>
public sealed record CardQuestion
{
    /// <summary>What names it in the event.</summary>
    [JsonPropertyName("question_key")]
    public string? QuestionKey { get; init; }

    /// <summary>What stands beside it.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>checkbox: 0 one option, 1 several.</summary>
    [JsonPropertyName("mode")]
    public int Mode { get; init; }

    /// <summary>The option that is chosen at first.</summary>
    [JsonPropertyName("selected_id")]
    public string? SelectedId { get; init; }

    /// <summary>The options.</summary>
    [JsonPropertyName("option_list")]
    public IReadOnlyList<CardOption>? Options { get; init; }

    /// <summary>In an update: nothing can be chosen any more.</summary>
    [JsonPropertyName("disable")]
    public bool IsDisabled { get; init; }
}
