namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A template that an account has taken from a library, of template messages or of subscribe messages.</summary>
/// <param name="Id">template_id, priTmplId.</param>
/// <param name="Title">Its title.</param>
/// <param name="Content">Lines such as <c>课程名称：{{thing1.DATA}}</c>.</param>
/// <param name="Example">The same with something in it.</param>
public sealed record MessageTemplate(string Id, string Title, string Content, string Example)
{
    /// <summary>primary_industry; empty for a template of a category.</summary>
    public string PrimaryIndustry { get; init; } = "";

    /// <summary>deputy_industry.</summary>
    public string DeputyIndustry { get; init; } = "";
}
