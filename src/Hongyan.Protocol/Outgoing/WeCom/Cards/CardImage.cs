namespace Hongyan.WeCom;

/// <summary>A picture across a card (图片样式).</summary>
/// <param name="Url">The address of the picture.</param>
public sealed record CardImage(string Url)
{
    /// <summary>Width divided by height, 1.3 to 2.25.</summary>
    /// <value>1.3.</value>
    public double AspectRatio { get; init; } = 1.3;
}
