namespace Hongyan.WeCom;

/// <summary>
/// A template card (模板卡片). A robot (智能机器人) returns it to answer a message, or a person who opens its chat. An application of WeCom cannot
/// answer with it, but sends it: <c>await ctx.SendAsync(new TemplateCardReply(card))</c>. Official Accounts have no cards.
/// </summary>
/// <param name="Card">The card. One whose buttons are to come back needs a task id.</param>
public sealed record TemplateCardReply(TemplateCard Card) : Reply
{
    /// <summary>Lets people rate the card; the feedback event carries it. Max. 256 bytes of UTF-8.</summary>
    public string? FeedbackId { get; init; }
}
