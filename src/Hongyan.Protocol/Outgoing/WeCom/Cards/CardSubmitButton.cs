namespace Hongyan.WeCom;

/// <summary>The button that submits what was chosen on a card.</summary>
/// <param name="Text">What it reads, such as 提交; advised max. 10 characters.</param>
/// <param name="Key">What the event carries; 1 to 1024 bytes.</param>
public sealed record CardSubmitButton(string Text, string Key);
