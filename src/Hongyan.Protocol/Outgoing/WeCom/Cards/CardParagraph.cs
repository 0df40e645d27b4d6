namespace Hongyan.WeCom;

/// <summary>A paragraph of a card (卡片二级垂直内容).</summary>
/// <param name="Title">Its title; advised max. 38 characters.</param>
/// <param name="Text">Its text; advised max. 160 characters.</param>
public sealed record CardParagraph(string Title, string? Text = null);
