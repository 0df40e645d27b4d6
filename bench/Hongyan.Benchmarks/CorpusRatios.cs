using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using Hongyan.Protocol;

namespace Hongyan.Benchmarks;

/// <summary>
/// Every payload of tests/corpus: the time to parse it, beside the framework's reader that walks the same bytes and, for JSON, beside the framework's
/// document, which like a record can be asked for a value by its name afterwards. They take turns in short rounds
/// and the quickest of each counts, because the machine is never quiet for as long as hundreds of benchmarks would take.
/// </summary>
internal static class CorpusRatios
{
    private const int Rounds = 40;
    private const int Calls = 100;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    private static readonly (string Folder, IncomingParser Parser)[] Platforms =
        [("wecom", IncomingParser.WeCom), ("robot", IncomingParser.WeComRobot), ("official-account", IncomingParser.OfficialAccount)];

    /// <summary>Prints the twenty payloads that compare worst, and for each syntax how many take longer than the framework's reader.</summary>
    /// <param name="corpus">The folder tests/corpus.</param>
    public static void Print(string corpus)
    {
        var files = from platform in Platforms
                    from file in Directory.EnumerateFiles(Path.Combine(corpus, platform.Folder))
                    where Path.GetExtension(file) is ".xml" or ".json" && !Path.GetFileName(file).StartsWith("unreadable", StringComparison.Ordinal)
                    select Measure(platform.Parser, file);
        var measured = files.OrderByDescending(file => file.Ratio).ToList();
        foreach (var (file, parse, walk, ratio, _) in measured.Take(20))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ratio:F2}  {parse:F2} of {walk:F2} µs  {Path.GetRelativePath(corpus, file)}"));
        foreach (var syntax in measured.GroupBy(file => Path.GetExtension(file.File)))
        {
            var middle = syntax.Select(file => file.Ratio).Order().ElementAt(syntax.Count() / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{syntax.Key}: {syntax.Count(file => file.Ratio > 1)} of {syntax.Count()} take longer than the framework's reader, the middle one {middle:F2} of its time"));
        }
        var documents = measured.Where(file => Path.GetExtension(file.File) == ".json").Select(file => file.OfDocument).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $".json: {documents.Count(ratio => ratio > 1)} of {documents.Count} take longer than the framework's document, the middle one {documents[documents.Count / 2]:F2} of its time"));
    }

    private static (string File, double Parse, double Walk, double Ratio, double OfDocument) Measure(IncomingParser parser, string file)
    {
        var payload = File.ReadAllBytes(file);
        var isJson = Path.GetExtension(file) == ".json";
        Action walk = isJson ? () => WalkJson(payload) : () => WalkXml(payload);
        var (parsed, walked, read) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            parsed = Math.Min(parsed, Time(() => parser.Parse(payload)));
            walked = Math.Min(walked, Time(walk));
            if (isJson)
                read = Math.Min(read, Time(() => ReadDocument(payload)));
        }
        return (file, parsed, walked, parsed / walked, parsed / read);
    }

    private static double Time(Action call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
            call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
    }

    private static int WalkXml(byte[] payload)
    {
        using var reader = XmlReader.Create(new MemoryStream(payload), Settings);
        var length = 0;
        while (reader.Read())
            length += reader.HasValue ? reader.Value.Length : 0;
        return length;
    }

    private static int WalkJson(byte[] payload)
    {
        var reader = new Utf8JsonReader(payload);
        var length = 0;
        while (reader.Read())
            length += reader.TokenType is JsonTokenType.String ? reader.GetString()!.Length : 0;
        return length;
    }

    /// <summary>What there is to read JSON by name without reflection: a document, whose values become texts.</summary>
    private static int ReadDocument(byte[] payload)
    {
        using var document = JsonDocument.Parse(payload);
        return Length(document.RootElement);
    }

    private static int Length(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Sum(static member => Length(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Sum(Length),
        JsonValueKind.String => value.GetString()!.Length,
        _ => 0,
    };
}
