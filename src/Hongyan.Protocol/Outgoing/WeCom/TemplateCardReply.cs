namespace Hongyan.WeCom;

/// <summary>A robot (智能机器人) answers a message, or a person who opens its chat, with a template card. Other accounts send cards as messages.</summary>
/// <param name="Card">The card. One whose buttons are to come back needs a task id.</param>
public sealed record TemplateCardReply(TemplateCard Card) : Reply
{
    /// <summary>Lets people rate the card; the feedback event carries it. Max. 256 bytes of UTF-8.</summary>
    public string? FeedbackId { get; init; }
}
