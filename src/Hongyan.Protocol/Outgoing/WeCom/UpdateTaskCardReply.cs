namespace Hongyan.WeCom;

/// <summary>
/// Answers a click on a task card (任务卡片), the older kind that template cards have replaced: the clicked button reads as
/// given from now on.
/// </summary>
/// <param name="ButtonText">What the button reads, such as 已处理.</param>
public sealed record UpdateTaskCardReply(string ButtonText) : Reply;
