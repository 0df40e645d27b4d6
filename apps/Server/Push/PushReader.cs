using System.Globalization;
using System.Text;
using System.Text.Json;
using Hongyan.WeCom;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Push;

/// <summary>Reads the body of <c>POST /push/{account}</c>. What is wrong with it is said by the name of the field.</summary>
internal sealed class PushReader(IStringLocalizer<PushTexts> texts)
{
    /// <summary>As many as one message of the platform names.</summary>
    private const int MostMembers = 1000;

    private const int MostNumbers = 100;
    private const int MostTitleBytes = 128;
    private const int MostUrlBytes = 2048;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };
    private static readonly string[] Fields = ["to", "party", "tag", "openid", "robot", "type", "content", "title", "url", "mediaId", "cut"];

    /// <summary>Reads who and what.</summary>
    /// <exception cref="PushException">Something is missing, unknown, of the wrong type or too long.</exception>
    public PushOrder Read(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException failure)
        {
            throw Bad("body", texts["NotJson", failure.LineNumber + 1 ?? 1, failure.BytePositionInLine + 1 ?? 1]);
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Bad("body", texts["NotAnObject"]);
            var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!Fields.Contains(member.Name))
                    throw Bad(member.Name, texts["UnknownField", member.Name, string.Join(", ", Fields)]);
                if (!fields.TryAdd(member.Name, member.Value))
                    throw Bad(member.Name, texts["Twice", member.Name]);
            }
            var to = ReadTarget(name => fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? WordsOf(name, value) : []);
            return new PushOrder(to, ReadContent(fields, to));
        }
    }

    /// <summary>Reads who gets it from the words of each way to name people.</summary>
    /// <param name="words">Gives the words of <c>to</c>, <c>party</c>, <c>tag</c>, <c>openid</c> and <c>robot</c>.</param>
    /// <exception cref="PushException">Nobody is named, or people whom one message cannot reach.</exception>
    public PushTarget ReadTarget(Func<string, IReadOnlyList<string>> words)
    {
        var robots = words("robot");
        if (robots.Count > 1)
            throw Bad("robot", texts["OneRobot"]);
        var target = new PushTarget
        {
            Members = AtMost("to", words("to"), MostMembers), Parties = Numbers("party", words("party")), Tags = Numbers("tag", words("tag")),
            OpenIds = AtMost("openid", words("openid"), MostNumbers), Robot = robots is [var robot] ? robot : null,
        };
        if (target.Ways != 1)
            throw Bad("to", texts["WhoExactly"]);
        if (target.Members.Contains(PushTarget.Everyone) && target.All.Count() > 1)
            throw Bad("to", texts["EveryoneAlone"]);
        return target;
    }

    private PushContent ReadContent(Dictionary<string, JsonElement> fields, PushTarget to)
    {
        var type = TextOf(fields, "type") ?? PushContent.TextType;
        if (!PushContent.Types.Contains(type))
            throw Bad("type", texts["UnknownType", type, string.Join(", ", PushContent.Types)]);
        if (type is PushContent.ImageType or PushContent.FileType)
            return new PushContent(type, TextOf(fields, "mediaId") is { Length: > 0 } media ? media : throw Bad("mediaId", texts["Missing", "mediaId"]));

        var content = TextOf(fields, "content");
        if (string.IsNullOrWhiteSpace(content))
            throw Bad("content", texts["Missing", "content"]);
        var cuts = fields.TryGetValue("cut", out var cut) && cut.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw Bad("cut", texts["NotABoolean", "cut"]),
        };
        var result = new PushContent(type, Within("content", content, MostBytes(type, to), cuts));
        return type != PushContent.CardType ? result : result with
        {
            Title = Within("title", TextOf(fields, "title") is { Length: > 0 } title ? title : throw Bad("title", texts["Missing", "title"]), MostTitleBytes, cuts),
            Url = Within("url", TextOf(fields, "url") is { Length: > 0 } url ? url : throw Bad("url", texts["Missing", "url"]), MostUrlBytes, cuts: false),
        };
    }

    /// <summary>Bytes of UTF-8 that the platform takes of a text.</summary>
    public static int MostBytes(string type, PushTarget to) => type switch
    {
        PushContent.MarkdownType when to.Robot is not null => 2 * MarkdownPush.MaxBytes,
        PushContent.CardType => 512,
        _ => TextPush.MaxBytes,
    };

    private string Within(string field, string text, int maxBytes, bool cuts)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes <= maxBytes)
            return text;
        return cuts ? Utf8Limit.Cut(text, maxBytes) : throw Bad(field, texts["TooLong", field, bytes, maxBytes]);
    }

    private string? TextOf(Dictionary<string, JsonElement> fields, string name)
    {
        if (!fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Bad(name, texts["NotAText", name]);
        return StringOf(name, value);
    }

    /// <summary>A text with commas or bars, a number, or a list of those.</summary>
    private List<string> WordsOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Split(StringOf(name, value)),
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? WordsOf(name, item)
            : throw Bad(name, texts["NotAList", name]))],
        _ => throw Bad(name, texts["NotAList", name]),
    };

    /// <summary>An escape may stand for half a character, which is no text.</summary>
    private string StringOf(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Bad(name, texts["NotAText", name]);
        }
    }

    /// <summary>The words of a text with commas, or, as the platform writes them, bars between.</summary>
    public static List<string> Split(string text) =>
        [.. text.Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private IReadOnlyList<string> AtMost(string name, IReadOnlyList<string> words, int most) =>
        words.Count <= most ? words : throw Bad(name, texts["TooMany", name, words.Count, most]);

    private List<int> Numbers(string name, IReadOnlyList<string> words) => [.. AtMost(name, words, MostNumbers).Select(word =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw Bad(name, texts["NotANumber", name, word]))];

    private static PushException Bad(string field, string detail) => new(new PushProblem(StatusCodes.Status400BadRequest, "bad_request", detail) { Field = field });
}
