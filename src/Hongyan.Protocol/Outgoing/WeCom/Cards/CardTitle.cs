namespace Hongyan.WeCom;

/// <summary>A card's title and the line below it. A string will do: <c>MainTitle = "已受理"</c>.</summary>
/// <param name="Title">The title (一级标题); advised max. 36 characters.</param>
/// <param name="Description">The line below it (标题辅助信息); advised max. 44 characters.</param>
public sealed record CardTitle(string Title, string? Description = null)
{
    /// <summary>A title without a line below it.</summary>
    public static implicit operator CardTitle(string title) => new(title);
}
