namespace Hongyan.WeCom;

/// <summary>One option of a <see cref="CardSelect"/>.</summary>
/// <param name="Id">What the event carries; 1 to 128 bytes, unique in the list.</param>
/// <param name="Text">What it reads; advised max. 10 characters.</param>
public sealed record CardOption(string Id, string Text);
