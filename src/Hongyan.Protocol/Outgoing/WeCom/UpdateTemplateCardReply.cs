namespace Hongyan.WeCom;

/// <summary>
/// Answers a click on a card: the whole card becomes another (更新点击用户的整张卡片). Only the person who clicked sees it.
/// </summary>
/// <param name="Card">The new card, of any type. It keeps the task id of the card that was sent; one given here is checked but not written.</param>
public sealed record UpdateTemplateCardReply(TemplateCard Card) : Reply
{
    /// <summary>A robot's card in a group: who sees the new card (成员UserID); empty, as by default, is everybody who got it. Has no meaning elsewhere.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];
}
