using System.Text.Json;
using System.Xml;
using Hongyan.Protocol;

namespace Hongyan.Benchmarks;

/// <summary>One payload of tests/corpus, to be parsed and, beside it, to be walked by the framework's reader.</summary>
internal sealed record CorpusPayload(string Name, byte[] Bytes)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "corpus");
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    private readonly IncomingParser _parser = Name.Split('/')[0] switch
    {
        "official-account" => IncomingParser.OfficialAccount,
        "robot" => IncomingParser.WeComRobot,
        _ => IncomingParser.WeCom,
    };

    /// <summary>The payloads of one syntax, <c>xml</c> or <c>json</c>, that are whole documents.</summary>
    public static CorpusPayload[] OfSyntax(string syntax) =>
    [
        .. Directory.EnumerateFiles(Folder, $"*.{syntax}", SearchOption.AllDirectories)
            .Select(file => new CorpusPayload(Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllBytes(file)))
            .Where(payload => !payload.Name.Contains("/unreadable", StringComparison.Ordinal))
            .OrderBy(payload => payload.Name, StringComparer.Ordinal),
    ];

    public Incoming Parse() => _parser.Parse(Bytes);

    /// <summary>Every node by the framework's reader, with the text of those that have one.</summary>
    public int Walk() => Name.EndsWith(".json", StringComparison.Ordinal) ? WalkJson() : WalkXml();

    private int WalkXml()
    {
        using var reader = XmlReader.Create(new MemoryStream(Bytes), Settings);
        var length = 0;
        while (reader.Read())
            length += reader.HasValue ? reader.Value.Length : 0;
        return length;
    }

    private int WalkJson()
    {
        var reader = new Utf8JsonReader(Bytes);
        var length = 0;
        while (reader.Read())
            length += reader.TokenType == JsonTokenType.String ? reader.GetString()!.Length : 0;
        return length;
    }
}
