namespace Hongyan.WeCom;

/// <summary>One line of a <see cref="MiniProgramPush"/>.</summary>
/// <param name="Name">The name; 1 to 10 characters.</param>
/// <param name="Value">The value; 1 to 30 characters.</param>
public sealed record MiniProgramItem(string Name, string Value);
