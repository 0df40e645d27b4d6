namespace Hongyan.OfficialAccount;

/// <summary>An industry (所属行业) whose templates the account may use.</summary>
/// <param name="FirstClass">The industry, such as <c>教育</c>.</param>
/// <param name="SecondClass">The part of it, such as <c>培训</c>.</param>
public sealed record TemplateIndustry(string FirstClass, string SecondClass);
