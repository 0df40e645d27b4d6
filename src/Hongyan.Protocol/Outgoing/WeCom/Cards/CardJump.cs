namespace Hongyan.WeCom;

/// <summary>A line at the foot of a card that leads elsewhere (跳转指引).</summary>
/// <param name="Title">What it reads; advised max. 18 characters.</param>
/// <param name="Link">What opens; nothing where it is null.</param>
public sealed record CardJump(string Title, CardLink? Link = null)
{
    /// <summary>In a robot's card: the question that a tap asks the robot (智能问答), instead of a link; max. 200 bytes of UTF-8. Null elsewhere.</summary>
    public string? Question { get; init; }
}
