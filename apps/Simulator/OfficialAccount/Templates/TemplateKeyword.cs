namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A field that a template of a library can have.</summary>
/// <param name="Id">kid: the number behind the type in its key.</param>
/// <param name="Name">What stands before the value.</param>
/// <param name="Type">rule: thing, time, number, character_string, phrase …</param>
/// <param name="Example">A value.</param>
internal sealed record TemplateKeyword(int Id, string Name, string Type, string Example)
{
    /// <summary>The name of the field in a message.</summary>
    public string Key => $"{Type}{Id}";

    /// <summary>Writes the lines of a template with these fields.</summary>
    public static string ContentOf(IEnumerable<TemplateKeyword> keywords) => string.Join('\n', keywords.Select(each => $"{each.Name}：{{{{{each.Key}.DATA}}}}"));

    /// <summary>Writes the same with the examples.</summary>
    public static string ExampleOf(IEnumerable<TemplateKeyword> keywords) => string.Join('\n', keywords.Select(each => $"{each.Name}：{each.Example}"));
}
