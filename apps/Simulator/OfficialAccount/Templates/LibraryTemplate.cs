namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A template of a library, which accounts choose from.</summary>
/// <param name="ShortId">template_id_short, or tid.</param>
/// <param name="Title">Its title.</param>
/// <param name="Group">Number of its industry, or of its category.</param>
/// <param name="Keywords">The fields to choose from; of an industry's template all are in it.</param>
internal sealed record LibraryTemplate(string ShortId, string Title, int Group, IReadOnlyList<TemplateKeyword> Keywords)
{
    /// <summary>Whether it is of an industry (行业模板), whose form is fixed; otherwise of a category (类目模板).</summary>
    public bool IsOfIndustry => !char.IsAsciiDigit(ShortId[0]);
}
