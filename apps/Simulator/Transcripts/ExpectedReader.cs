namespace Hongyan.Simulator.Transcripts;

/// <summary>Reads what is to come back.</summary>
internal static class ExpectedReader
{
    private const string Article = "article";

    /// <summary>Reads the block behind <c>&lt;</c>.</summary>
    /// <exception cref="TranscriptException">It is written wrong.</exception>
    public static ExpectedReply Read(TranscriptBlock block)
    {
        var source = string.Join('\n', block.More.Select(line => line.Text.Length == 0 ? "|" : "| " + line.Text).Prepend(block.Content));
        return new(block.Line, source, block.Kind, block.Kind switch
        {
            ExpectedReply.Nothing or ExpectedReply.Anything => Bare(block),
            "text" => [new Dictionary<string, TextPattern> { ["content"] = ReadText(block) }],
            "news" => ReadArticles(Bare(block, allowFields: true)),
            _ => [ReadFields(block)],
        });
    }

    private static TextPattern ReadText(TranscriptBlock block) =>
        TextPattern.Join(block.More.Prepend((block.Line, block.Main)).Select(line => TextPattern.Read(line.Item1, line.Item2, allowPlaceholders: true)));

    private static Dictionary<string, TextPattern> ReadFields(TranscriptBlock block)
    {
        if (!ReplyFields.Names.TryGetValue(block.Kind, out var names))
            throw new TranscriptException(
                block.Line, "UnknownKind", block.Kind, string.Join(", ", [.. ReplyFields.Names.Keys, ExpectedReply.Nothing, ExpectedReply.Anything]));

        var fields = new Dictionary<string, TextPattern>();
        if (block.Main.Length > 0)
            fields.Add(names[0], TextPattern.Read(block.Line, block.Main, allowPlaceholders: true));
        foreach (var (name, value, line) in TranscriptFields.Read(block, names, [], allowPlaceholders: true))
        {
            if (!fields.TryAdd(name, value))
                throw new TranscriptException(line, "FieldTwice", name);
        }
        return fields;
    }

    private static List<IReadOnlyDictionary<string, TextPattern>> ReadArticles(TranscriptBlock block)
    {
        var articles = new List<Dictionary<string, TextPattern>>();
        foreach (var (name, value, line) in TranscriptFields.Read(block, ReplyFields.Names["news"], ReplyFields.Names["news"], allowPlaceholders: true))
        {
            if (name == Article)
                articles.Add([]);
            if (articles.Count == 0)
                throw new TranscriptException(line, "ArticleFirst", name);
            if (!articles[^1].TryAdd(name, value))
                throw new TranscriptException(line, "FieldTwice", name);
        }
        return [.. articles];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, TextPattern>> Bare(TranscriptBlock block) =>
        Bare(block, allowFields: false).More.Count == 0 ? [] : throw new TranscriptException(block.More[0].Line, "NoFields", block.Kind);

    private static TranscriptBlock Bare(TranscriptBlock block, bool allowFields) => block.Main.Length == 0
        ? block
        : throw new TranscriptException(block.Line, allowFields ? "NothingBehindNews" : "NothingBehind", block.Kind);
}
