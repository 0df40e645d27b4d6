namespace Hongyan.OfficialAccount;

/// <summary>The two industries of an account.</summary>
/// <param name="Primary">The first (主营行业).</param>
/// <param name="Secondary">The second (副营行业); null where there is none.</param>
public sealed record TemplateIndustries(TemplateIndustry Primary, TemplateIndustry? Secondary);
