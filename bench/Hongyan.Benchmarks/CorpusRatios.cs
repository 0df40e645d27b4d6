using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using Hongyan.Protocol;

namespace Hongyan.Benchmarks;

/// <summary>
/// Every payload of tests/corpus: the time to parse it, beside the framework's reader that walks the same bytes and, for JSON, beside the framework's
/// document, which like a record can be asked for a value by its name afterwards. They take turns in short rounds, and the quickest of each counts. The
/// rounds of a payload are spread over the whole run, because the machine is never quiet for long, and what disturbs it must not meet one payload alone.
/// </summary>
internal static class CorpusRatios
{
    private const int Passes = 30;
    private const int Rounds = 10;
    private const int Calls = 100;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    private static readonly (string Folder, IncomingParser Parser)[] Platforms =
        [("wecom", IncomingParser.WeCom), ("robot", IncomingParser.WeComRobot), ("official-account", IncomingParser.OfficialAccount)];

    /// <summary>Prints the twenty payloads that compare worst, and for each syntax how many take longer than the framework's reader.</summary>
    /// <param name="corpus">The folder tests/corpus.</param>
    public static void Print(string corpus)
    {
        var payloads = (from platform in Platforms
                        from file in Directory.EnumerateFiles(Path.Combine(corpus, platform.Folder))
                        where Path.GetExtension(file) is ".xml" or ".json" && !Path.GetFileName(file).StartsWith("unreadable", StringComparison.Ordinal)
                        select new Measured(platform.Parser, file)).ToList();
        for (var pass = 0; pass < Passes; pass++)
            payloads.ForEach(Measure);
        var measured = payloads.OrderByDescending(file => file.Ratio).ToList();
        foreach (var payload in measured.Take(20))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{payload.Ratio:F2}  {payload.Parse:F2} of {payload.Walk:F2} µs  {Path.GetRelativePath(corpus, payload.File)}"));
        foreach (var syntax in measured.GroupBy(file => Path.GetExtension(file.File)))
        {
            var middle = syntax.Select(file => file.Ratio).Order().ElementAt(syntax.Count() / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{syntax.Key}: {syntax.Count(file => file.Ratio > 1)} of {syntax.Count()} take longer than the framework's reader, the middle one {middle:F2} of its time"));
        }
        var documents = measured.Where(file => Path.GetExtension(file.File) == ".json").Select(file => file.Parse / file.Read).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $".json: {documents.Count(ratio => ratio > 1)} of {documents.Count} take longer than the framework's document, the middle one {documents[documents.Count / 2]:F2} of its time"));
    }

    private static void Measure(Measured file)
    {
        var (parser, payload) = (file.Parser, file.Payload);
        Action walk = file.IsJson ? () => WalkJson(payload) : () => WalkXml(payload);
        for (var round = 0; round < Rounds; round++)
        {
            file.Parse = Math.Min(file.Parse, Time(() => parser.Parse(payload)));
            file.Walk = Math.Min(file.Walk, Time(walk));
            if (file.IsJson)
                file.Read = Math.Min(file.Read, Time(() => ReadDocument(payload)));
        }
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

    /// <summary>A payload and the quickest of each so far, in microseconds.</summary>
    private sealed class Measured(IncomingParser parser, string file)
    {
        public IncomingParser Parser => parser;

        public string File => file;

        public byte[] Payload { get; } = System.IO.File.ReadAllBytes(file);

        public bool IsJson => Path.GetExtension(file) == ".json";

        public double Parse { get; set; } = double.MaxValue;

        public double Walk { get; set; } = double.MaxValue;

        public double Read { get; set; } = double.MaxValue;

        public double Ratio => Parse / Walk;
    }
}
