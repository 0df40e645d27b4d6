using System.Globalization;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// The children of one element or object, by name. As tolerant as real traffic asks for: XML or JSON, case of names, order, CDATA or not,
/// empty, null or absent, and numbers in either form all read the same.
/// </summary>
internal readonly ref struct PayloadFields(ReadOnlySpan<byte> document, ReadOnlySpan<PayloadField> fields, bool isJson = false, bool hasEscapes = false)
{
    /// <summary>The deepest nesting accepted; the platforms' own documents stay below ten.</summary>
    public const int MaxDepth = 32;

    private readonly ReadOnlySpan<byte> _document = document;
    private readonly ReadOnlySpan<PayloadField> _fields = fields;
    private readonly bool _hasEscapes = hasEscapes;

    internal delegate T ReadItem<T>(in PayloadFields item);

    /// <summary>Reads a whole document, XML or JSON as its first character says.</summary>
    /// <param name="document">The document; a byte order mark is no obstacle.</param>
    /// <param name="list">Receives where the children of the root stand.</param>
    /// <param name="payload">The children of the root.</param>
    public static PayloadFault Read(ReadOnlySpan<byte> document, ref PayloadFieldList list, out PayloadFields payload)
    {
        document = XmlText.WithoutByteOrderMark(document);
        var isJson = FirstOf(document) is (byte)'{' or (byte)'[';
        var hasEscapes = isJson && document.Contains((byte)'\\');
        var fault = isJson ? JsonScanner.ScanDocument(document, hasEscapes, ref list)
            : FirstOf(document) is (byte)'<' ? XmlScanner.ScanDocument(document, ref list)
            : PayloadFault.Unknown;
        payload = new PayloadFields(document, list.Fields, isJson, hasEscapes);
        return fault;
    }

    public bool IsJson { get; } = isJson;

    /// <summary>Whether there are no children.</summary>
    public bool IsEmpty => _fields.IsEmpty;

    /// <summary>Where the children and what is inside them end: the first child stands at 0, the others where <see cref="Next"/> leads.</summary>
    public int End => _fields.Length;

    /// <summary>Where the child behind the one at <paramref name="index"/> stands; <see cref="End"/> where it was the last.</summary>
    public int Next(int index) => index + 1 + _fields[index].Descendants;

    public ReadOnlySpan<byte> NameAt(int index) => _document.Slice(_fields[index].NameAt, _fields[index].NameLength);

    public ReadOnlySpan<byte> ContentAt(int index) => _document.Slice(_fields[index].ContentAt, _fields[index].ContentLength);

    /// <summary>Where the first child of that name stands, in any case of its letters, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> name) => IndexFrom(0, name);

    /// <summary>Where the next child of that name stands behind the one at <paramref name="index"/>, or -1.</summary>
    public int IndexAfter(int index, ReadOnlySpan<byte> name) => IndexFrom(Next(index), name);

    /// <summary>
    /// Where the child of that name stands, or -1: the first that is spelt so, else the first in any case. A third-party platform is told of
    /// its own AppId and of an account's appid in one document.
    /// </summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var first = IndexFrom(0, name);
        for (var i = first; i >= 0; i = IndexAfter(i, name))
        {
            if (NameAt(i).SequenceEqual(name))
                return i;
        }
        return first;
    }

    /// <summary>Whether there is a child of that name, be it empty.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => IndexOf(name) >= 0;

    /// <summary>What stands in the document for the child of that name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Content(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var index ? ContentAt(index) : default;

    /// <summary>The children of the child of that name; none where it is absent.</summary>
    public PayloadFields Children(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var index ? ChildrenAt(index) : new PayloadFields(_document, [], IsJson, _hasEscapes);

    /// <summary>The children of the child at <paramref name="index"/>.</summary>
    public PayloadFields ChildrenAt(int index) => new(_document, _fields.Slice(index + 1, _fields[index].Descendants), IsJson, _hasEscapes);

    /// <summary>The text of the first child of that name; "" where it is absent.</summary>
    public string Text(ReadOnlySpan<byte> name) => Decode(Content(name));

    /// <summary>The text of the first child of that name; null where it is absent.</summary>
    public string? OptionalText(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var index ? TextAt(index) : null;

    /// <summary>The text of the child at <paramref name="index"/>.</summary>
    public string TextAt(int index) => Decode(ContentAt(index));

    /// <summary>The text of the first child of that name as bytes, where none of it has to be decoded; empty where it is absent.</summary>
    public bool TryGetRun(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> run) => TryGetRunOf(Content(name), out run);

    /// <summary>A whole number; null where it is absent, empty or something else.</summary>
    public long? Number(ReadOnlySpan<byte> name)
    {
        var content = Content(name);
        if (TryGetRunOf(content, out var run))
            return long.TryParse(run.Trim(" \t\r\n"u8), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return long.TryParse(Decode(content).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rare) ? rare : null;
    }

    /// <summary>A whole number of 32 bits; null where it is absent, empty or something else.</summary>
    public int? SmallNumber(ReadOnlySpan<byte> name) => Number(name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A decimal number such as a coordinate; null where it is absent, empty or something else.</summary>
    public double? Decimal(ReadOnlySpan<byte> name) =>
        (TryGetRun(name, out var run)
            ? double.TryParse(run.Trim(" \t\r\n"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            : double.TryParse(Text(name).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        && double.IsFinite(number) ? number : null;

    /// <summary>Yes or no, written as 1 and 0 or as true and false; null where it is absent, empty or something else.</summary>
    public bool? Flag(ReadOnlySpan<byte> name)
    {
        if (!TryGetRun(name, out var run))
            return null;
        run = run.Trim(" \t\r\n"u8);
        return run.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(run, "true"u8) ? true
            : run.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(run, "false"u8) ? false
            : null;
    }

    /// <summary>A moment written as Unix seconds; null where it is absent, empty, 0 or something else.</summary>
    public DateTimeOffset? Time(ReadOnlySpan<byte> name) =>
        Number(name) is > 0 and <= 253402300799 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>
    /// A list, in whatever shape it comes: the child repeated, a JSON array, a single one that is no list, and each of these as a wrapper whose
    /// children are called <c>item</c>. An empty child is no item.
    /// </summary>
    public IReadOnlyList<T> Items<T>(ReadOnlySpan<byte> name, ReadItem<T> read) => Items(name, "item"u8, read);

    /// <summary>As the other overload, with the platform's own name for the children of a wrapper, as in <c>OptionIds/OptionId</c>.</summary>
    public IReadOnlyList<T> Items<T>(ReadOnlySpan<byte> name, ReadOnlySpan<byte> itemName, ReadItem<T> read)
    {
        var index = IndexOf(name);
        if (index < 0)
            return [];
        var items = new List<T>();
        for (; index >= 0; index = IndexAfter(index, name))
        {
            var fields = ChildrenAt(index);
            var item = fields.IndexOf(itemName);
            if (item < 0 && !fields.IsEmpty)
                items.Add(read(fields));
            for (; item >= 0; item = fields.IndexAfter(item, itemName))
                items.Add(read(fields.ChildrenAt(item)));
        }
        return items;
    }

    /// <summary>A list of texts in any of the shapes of <see cref="Items{T}(ReadOnlySpan{byte}, ReadItem{T})"/>. An empty child is no item.</summary>
    public IReadOnlyList<string> Texts(ReadOnlySpan<byte> name) => Texts(name, "item"u8);

    /// <summary>As the other overload, with the platform's own name for the children of a wrapper.</summary>
    public IReadOnlyList<string> Texts(ReadOnlySpan<byte> name, ReadOnlySpan<byte> itemName)
    {
        var index = IndexOf(name);
        if (index < 0)
            return [];
        var texts = new List<string>();
        for (; index >= 0; index = IndexAfter(index, name))
        {
            var fields = ChildrenAt(index);
            if (fields.IsEmpty && TextAt(index) is var text && !string.IsNullOrWhiteSpace(text))
                texts.Add(text);
            for (var item = fields.IndexOf(itemName); item >= 0; item = fields.IndexAfter(item, itemName))
                texts.Add(fields.TextAt(item));
        }
        return texts;
    }

    /// <summary>A list that is one text with commas, as in <c>1,2</c>, or a list in any other shape. An empty part is no item.</summary>
    public IReadOnlyList<string> SplitTexts(ReadOnlySpan<byte> name)
    {
        var parts = new List<string>();
        foreach (var text in Texts(name))
        {
            foreach (var range in text.AsSpan().Split(','))
            {
                if (text.AsSpan(range).Trim() is { IsEmpty: false } part)
                    parts.Add(part.ToString());
            }
        }
        return parts;
    }

    /// <summary>As <see cref="SplitTexts"/>, of whole numbers. What is no number is no item.</summary>
    public IReadOnlyList<int> SplitNumbers(ReadOnlySpan<byte> name)
    {
        var numbers = new List<int>();
        foreach (var text in Texts(name))
        {
            foreach (var range in text.AsSpan().Split(','))
            {
                if (int.TryParse(text.AsSpan(range).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    numbers.Add(number);
            }
        }
        return numbers;
    }

    /// <summary>The children of the first child of that name; where it is absent, these fields themselves.</summary>
    public PayloadFields Within(ReadOnlySpan<byte> name) => Contains(name) ? Children(name) : this;

    private int IndexFrom(int start, ReadOnlySpan<byte> name)
    {
        var fields = _fields;
        var mark = PayloadField.MarkOf(name);
        for (var i = start; (uint)i < (uint)fields.Length; i += 1 + fields[i].Descendants)
        {
            var found = fields[i].Mark;
            if (found == mark ? IsSame(NameAt(i), name) : found == PayloadField.AnyName && JsonText.EqualsIgnoreCase(NameAt(i), name))
                return i;
        }
        return -1;
    }

    /// <summary>Whether two names are the same. Ignoring case is for ASCII alone: no other name ever equals itself there.</summary>
    private static bool IsSame(ReadOnlySpan<byte> found, ReadOnlySpan<byte> name) => found.SequenceEqual(name) || Ascii.EqualsIgnoreCase(found, name);

    private string Decode(ReadOnlySpan<byte> content) => IsJson ? JsonText.Decode(content, _hasEscapes) : XmlText.Decode(content);

    private bool TryGetRunOf(ReadOnlySpan<byte> content, out ReadOnlySpan<byte> run) =>
        IsJson ? JsonText.TryGetRun(content, _hasEscapes, out run) : XmlText.TryGetRun(content, out run);

    private static byte FirstOf(ReadOnlySpan<byte> document) => document.TrimStart(" \t\r\n"u8) is [var first, ..] ? first : (byte)0;
}
