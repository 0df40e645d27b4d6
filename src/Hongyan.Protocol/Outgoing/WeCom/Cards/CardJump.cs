namespace Hongyan.WeCom;

/// <summary>A line at the foot of a card that leads elsewhere (跳转指引).</summary>
/// <param name="Title">What it reads; advised max. 18 characters.</param>
/// <param name="Link">What opens; nothing where it is null.</param>
public sealed record CardJump(string Title, CardLink? Link = null);
