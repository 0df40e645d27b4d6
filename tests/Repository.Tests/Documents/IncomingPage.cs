using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.Repository.Tests.Architecture;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>The tables of docs/concepts/incoming.md, made from the records, their comments and the corpus.</summary>
internal static partial class IncomingPage
{
    public const string Path = "docs/concepts/incoming.md";

    private const string Start = "<!-- generated -->";
    private const string End = "<!-- /generated -->";

    private static readonly (string Folder, string Title, IncomingParser Parser)[] Platforms =
    [
        ("wecom", "企业微信", IncomingParser.WeCom),
        ("robot", "智能机器人", IncomingParser.WeComRobot),
        ("official-account", "公众号、小程序、第三方平台", IncomingParser.OfficialAccount),
    ];

    private static readonly string[] OfEveryRecord =
        [.. new[] { typeof(Incoming), typeof(IncomingMessage), typeof(IncomingEvent) }.SelectMany(type => type.GetProperties()).Select(property => property.Name)];

    private static readonly Dictionary<string, string> Summaries =
        XDocument.Load(System.IO.Path.Combine(AppContext.BaseDirectory, "Hongyan.Protocol.xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(member => member.Attribute("name")!.Value[2..], member => member.Element("summary")?.Value ?? "");

    private static readonly ILookup<Type, (string Platform, string Name)> Payloads = Platforms
        .SelectMany(platform => Directory.EnumerateFiles(RepositoryRoot.Combine($"tests/corpus/{platform.Folder}"))
            .Where(file => System.IO.Path.GetExtension(file) is ".xml" or ".json")
            .Select(file => platform.Parser.Parse(File.ReadAllBytes(file)))
            .Select(incoming => (Record: incoming.GetType(), platform.Folder, Name: NameOnTheWire(incoming))))
        .ToLookup(payload => payload.Record, payload => (payload.Folder, payload.Name));

    public static IReadOnlyList<Type> Records { get; } =
        [.. typeof(Incoming).Assembly.GetExportedTypes().Where(type => type.IsSealed && type.IsAssignableTo(typeof(Incoming))).OrderBy(FolderOf, StringComparer.Ordinal).ThenBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The Chinese names that the summary has in brackets; empty where it has none.</summary>
    public static string ChineseNameOf(Type record) => string.Join('、',
        Brackets().Matches(Summaries.GetValueOrDefault(record.FullName!, "")).SelectMany(match => match.Groups["inside"].Value.Split([',', ';', '，', '；', '、'], StringSplitOptions.TrimEntries)).Where(HasChinese));

    /// <summary>The page as it should be: what people wrote around the tables, and the tables.</summary>
    public static string Render(string page)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return $"{page[..start]}\n{RenderTables()}{page[end..]}";
    }

    private static string RenderTables()
    {
        var lines = TableOf("各平台都有的（`Hongyan`）", Records.Where(record => record.Namespace == "Hongyan"));
        foreach (var (folder, title, _) in Platforms)
        {
            var own = Records.Where(record => record.Namespace != "Hongyan" && Payloads[record].Any(payload => payload.Platform == folder)).ToList();
            if (own.Count > 0)
                lines = lines.Concat(TableOf($"{title}（`{own[0].Namespace}`）", own));
        }
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<string> TableOf(string title, IEnumerable<Type> records) =>
    [
        "", $"## {title}", "", "| 记录 | 平台的名字 | 是什么 | 内容 |", "|---|---|---|---|",
        .. records.GroupBy(FamilyOf).SelectMany(family => family.Select(RowOf).Prepend($"| **{family.Key}** | | | |").Skip(family.Key.Length > 0 ? 0 : 1)),
    ];

    private static string RowOf(Type record) =>
        $"| `{record.Name}` | {NamesOf(record)} | {ChineseNameOf(record)} | {string.Join(' ', PropertiesOf(record).Select(property => $"`{property}`"))} |";

    private static string NamesOf(Type record) => record == typeof(UnreadableMessage) || record == typeof(UnknownMessage) || record == typeof(UnknownEvent)
        ? "其他"
        : string.Join("、", Payloads[record].Select(payload => payload.Name).OrderDescending(StringComparer.Ordinal).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));

    private static string NameOnTheWire(Incoming incoming)
    {
        if (incoming is UnreadableMessage or UnknownMessage or UnknownEvent)
            return "";
        var change = incoming.Field("ChangeType");
        var name = incoming.Field("MsgType")?.Trim() switch
        {
            null or "" => incoming.Field("InfoType") ?? incoming.Field("event_type") ?? "",
            "event" => incoming.Field("Event") is { Length: > 0 } @event ? @event : RobotEventOf(incoming),
            "device_event" => $"device_event：{incoming.Field("Event")}",
            var type => type,
        };
        return (string.IsNullOrEmpty(change) ? name : $"{name}：{change}").Trim();
    }

    private static string RobotEventOf(Incoming incoming)
    {
        using var document = JsonDocument.Parse(incoming.Raw);
        return document.RootElement.GetProperty("event").GetProperty("eventtype").GetString()!;
    }

    private static IEnumerable<string> PropertiesOf(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .OrderBy(property => DepthOf(property.DeclaringType!))
        .Select(property => property.Name).Except(OfEveryRecord);

    private static int DepthOf(Type type) => type.BaseType is { } parent ? 1 + DepthOf(parent) : 0;

    private static string FolderOf(Type record)
    {
        var root = "src/Hongyan.Protocol/Incoming" + (record.Namespace == "Hongyan" ? "" : $"/{record.Namespace!.Split('.')[^1]}");
        var path = SourceFile.All.First(file => file.Path.StartsWith($"{root}/", StringComparison.Ordinal) && file.Name == record.Name).Path;
        return path[..path.LastIndexOf('/')]["src/Hongyan.Protocol/Incoming".Length..];
    }

    /// <summary>The folder below the platform's.</summary>
    private static string FamilyOf(Type record) => FolderOf(record).Split('/') is [_, _, var family, ..] ? family : "";

    private static bool HasChinese(string text) => text.Any(character => character is >= '\u4E00' and <= '\u9FFF');

    [GeneratedRegex(@"[(（](?<inside>[^()（）]*)[)）]")]
    private static partial Regex Brackets();
}
