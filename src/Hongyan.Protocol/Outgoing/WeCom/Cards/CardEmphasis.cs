namespace Hongyan.WeCom;

/// <summary>A figure in large type (关键数据样式).</summary>
/// <param name="Title">The figure; advised max. 14 characters.</param>
/// <param name="Description">What it counts; advised max. 22 characters.</param>
public sealed record CardEmphasis(string Title, string? Description = null);
