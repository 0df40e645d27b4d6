namespace Hongyan.OfficialAccount;

/// <summary>A template that the account has.</summary>
/// <param name="Id">What messages name it by (template_id).</param>
/// <param name="Title">Its title.</param>
/// <param name="Content">Its lines, such as <c>课程名称：{{thing1.DATA}}</c>.</param>
/// <param name="Example">The same with something in it.</param>
public sealed record MessageTemplate(string Id, string Title, string Content, string Example)
{
    /// <summary>The industry that it is of (一级行业); empty for a template of a category.</summary>
    public string PrimaryIndustry { get; init; } = "";

    /// <summary>The part of the industry (二级行业).</summary>
    public string SecondaryIndustry { get; init; } = "";
}
