using System.Text.Json.Serialization;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Replies;

/// <summary>A passive reply (被动回复) as the person sees it. Which fields are set depends on the type.</summary>
public sealed record PassiveReply
{
    /// <summary>MsgType: text, image, voice, video, music, news, transfer_customer_service, update_button or update_template_card.</summary>
    public required string Type { get; init; }

    /// <summary>text: the text, cut where the platform cuts it.</summary>
    public string? Content { get; init; }

    /// <summary>image, voice, video: id of the media file.</summary>
    public string? MediaId { get; init; }

    /// <summary>video, music, update_template_card: title.</summary>
    public string? Title { get; init; }

    /// <summary>video, music, update_template_card: description.</summary>
    public string? Description { get; init; }

    /// <summary>news: the articles.</summary>
    public IReadOnlyList<Article>? Articles { get; init; }

    /// <summary>music: what is played.</summary>
    public Music? Music { get; init; }

    /// <summary>transfer_customer_service: the 客服账号 that is to answer; null: any.</summary>
    public string? KfAccount { get; init; }

    /// <summary>update_button: what stands on the button now.</summary>
    public string? ReplaceName { get; init; }

    /// <summary>update_template_card: type of the card.</summary>
    public string? CardType { get; init; }

    /// <summary>update_template_card: the new card.</summary>
    [JsonIgnore]
    public TemplateCard? Card { get; init; }

    /// <summary>Whether it changes a card instead of adding a message.</summary>
    [JsonIgnore]
    public bool IsCardUpdate => Type is "update_button" or "update_template_card";

    /// <summary>Whether a member would see a difference.</summary>
    public static bool AreDifferent(PassiveReply? one, PassiveReply? other) =>
        one is null || other is null
            ? one != other
            : !(one.Articles ?? []).SequenceEqual(other.Articles ?? []) || one with { Articles = null, Card = null } != other with { Articles = null, Card = null };
}
