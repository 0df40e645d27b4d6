namespace Hongyan.WeCom;

/// <summary>
/// Answers a click on a card: its buttons turn grey and read as given (更新点击用户的按钮文案). Only the person who clicked sees it;
/// the platform takes it for a template card event (template_card_event) and nothing else.
/// </summary>
/// <param name="ButtonText">What the buttons read from now on, such as 已提交.</param>
public sealed record UpdateButtonReply(string ButtonText) : Reply;
