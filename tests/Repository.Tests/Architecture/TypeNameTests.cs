using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>Names that say nothing, and the two spellings of the platforms.</summary>
public sealed partial class TypeNameTests
{
    private static readonly string[] Anywhere = ["Helper", "Helpers", "Util", "Utils", "Utility", "Manager", "Common", "Wrapper"];
    private static readonly string[] AtTheEnd = ["Info", "Data"];
    private static readonly string[] OtherSpellings = ["Work", "Qy", "Cp", "MP", "Mp", "Wechat", "WeChat", "Weixin", "WeiXin", "Wecom"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void CompiledType_Name_SaysWhatTheTypeDoes(string assembly) =>
        Problems.AssertNone(CompiledAssembly.Read(assembly).DefinedTypes.Select(type => WrongWith(LastName(type), $"{type} in {assembly}")).OfType<string>());

    [Fact]
    public void SourceType_Name_SaysWhatTheTypeDoes() =>
        Problems.AssertNone(SourceFile.All.SelectMany(file => file.Types.Select(type => WrongWith(type, $"{type} in {file.Path}"))).OfType<string>());

    [Fact]
    public void Folder_OfAPlatform_HasOneOfTwoSpellings()
    {
        var folders = SourceFile.All.SelectMany(file => file.Path.Split('/')[..^1]).Distinct();

        Problems.AssertNone(folders.Where(IsOtherSpelling).Select(folder => $"A folder is called {folder}: the platforms are spelt WeCom and OfficialAccount, nowhere any other way."));
    }

    [Theory]
    [InlineData("StringHelper")]
    [InlineData("TokenManager")]
    [InlineData("CommonOptions")]
    [InlineData("UserInfo")]
    [InlineData("MessageData")]
    [InlineData("BaseHandler")]
    [InlineData("WorkCallback")]
    [InlineData("WechatMessage")]
    public void WrongWith_NameThatSaysNothing_IsReported(string name) => Assert.NotNull(WrongWith(name, name));

    [Theory]
    [InlineData("DatabaseOptions")]
    [InlineData("BaselineTests")]
    [InlineData("WorkerLease")]
    [InlineData("DataProtectionKeys")]
    [InlineData("CompletedDelivery")]
    [InlineData("WeComCallback")]
    public void WrongWith_HonestName_IsNotReported(string name) => Assert.Null(WrongWith(name, name));

    public static TheoryData<string> Assemblies() => [.. CompiledAssembly.Names];

    private static string? WrongWith(string name, string where)
    {
        var words = Word().Matches(name).Select(match => match.Value).ToArray();
        if (words.Intersect(Anywhere).FirstOrDefault() is { } vague)
            return $"{where}: '{vague}' says nothing; name the type after what it does.";
        if (words.Length > 0 && AtTheEnd.Contains(words[^1]))
            return $"{where}: '{words[^1]}' at the end says nothing; name what it holds.";
        if (words.Length > 1 && words[0] == "Base")
            return $"{where}: 'Base' at the start says how the type is used, not what it is.";
        return IsOtherSpelling(name) ? $"{where}: the platforms are spelt WeCom and OfficialAccount, nowhere any other way." : null;
    }

    /// <summary>A name that begins with another spelling as a word of its own: WorkCallback, but not WorkerLease.</summary>
    private static bool IsOtherSpelling(string name) =>
        OtherSpellings.Any(spelling => name.StartsWith(spelling, StringComparison.Ordinal) && (name.Length == spelling.Length || !char.IsAsciiLetterLower(name[spelling.Length])));

    private static string LastName(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..].Split('`')[0];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+")]
    private static partial Regex Word();
}
