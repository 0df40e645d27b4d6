using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// The children of one element or object, by name. As tolerant as real traffic asks for: XML or JSON, case of names, order, CDATA or not,
/// empty, null or absent, and numbers in either form all read the same.
/// </summary>
internal readonly ref partial struct PayloadFields
{
    /// <summary>The deepest nesting accepted; the platforms' own documents stay below ten.</summary>
    public const int MaxDepth = 32;

    /// <summary>Instead of a place: several fields may have the name, so they have to be looked through.</summary>
    private const int SeveralMay = -2;

    private readonly ReadOnlySpan<byte> _document;
    private readonly ReadOnlySpan<PayloadField> _fields;
    private readonly ReadOnlySpan<byte> _slots;
    private readonly ReadOnlyMemory<byte> _kept;
    private readonly ulong _names;
    private readonly int _start;
    private readonly int _level;
    private readonly bool _hasEscapedNames;

    /// <summary>The children of the root.</summary>
    /// <param name="document">The document, without a byte order mark.</param>
    /// <param name="list">What a scanner found in it.</param>
    /// <param name="isJson">Whether it is JSON.</param>
    /// <param name="kept">The document once more, where it stays in memory as it is.</param>
    public PayloadFields(ReadOnlySpan<byte> document, in PayloadFieldList list, bool isJson = false, ReadOnlyMemory<byte> kept = default)
    {
        _kept = kept;
        _document = document;
        _fields = list.Fields;
        _slots = list.FieldsBySlot;
        _names = list.Names;
        _hasEscapedNames = list.HasEscapedNames;
        IsJson = isJson;
    }

    /// <summary>The children of the one at <paramref name="index"/>.</summary>
    private PayloadFields(scoped in PayloadFields parent, int index)
        : this(parent, index + 1, parent._fields[index].Descendants, parent._level + 1)
    {
    }

    /// <summary>The children of one of them, which stand from <paramref name="start"/> on.</summary>
    /// <remarks>Field by field: a copy of the whole that is then changed makes the processor wait for what it has just written.</remarks>
    private PayloadFields(scoped in PayloadFields parent, int start, int count, int level)
    {
        _document = parent._document;
        _fields = parent._fields.Slice(start, count);
        _slots = parent._slots;
        _kept = parent._kept;
        _names = parent._names;
        _start = parent._start + start;
        _level = level;
        _hasEscapedNames = parent._hasEscapedNames;
        IsJson = parent.IsJson;
    }

    /// <summary>Reads a whole document, XML or JSON as its first character says.</summary>
    /// <param name="document">The document; a byte order mark is no obstacle.</param>
    /// <param name="list">Receives where the children of the root stand.</param>
    /// <param name="payload">The children of the root.</param>
    public static PayloadFault Read(ReadOnlySpan<byte> document, ref PayloadFieldList list, out PayloadFields payload) =>
        Read(document, default, ref list, out payload);

    /// <summary>As the other overload, of a document that stays in memory as it is.</summary>
    public static PayloadFault Read(ReadOnlyMemory<byte> document, ref PayloadFieldList list, out PayloadFields payload) =>
        Read(document.Span, document, ref list, out payload);

    private static PayloadFault Read(ReadOnlySpan<byte> document, ReadOnlyMemory<byte> kept, ref PayloadFieldList list, out PayloadFields payload)
    {
        document = XmlText.WithoutByteOrderMark(document);
        var first = FirstOf(document);
        var isJson = first is (byte)'{' or (byte)'[';
        var fault = isJson ? JsonScanner.ScanDocument(document, ref list)
            : first == '<' ? XmlScanner.ScanDocument(document, ref list)
            : PayloadFault.Unknown;
        payload = new PayloadFields(document, list, isJson, kept.IsEmpty ? kept : kept[^document.Length..]);
        return fault;
    }

    public bool IsJson { get; }

    /// <summary>Whether there are no children.</summary>
    public bool IsEmpty => _fields.IsEmpty;

    /// <summary>Where the children and what is inside them end: the first child stands at 0, the others where <see cref="Next"/> leads.</summary>
    public int End => _fields.Length;

    /// <summary>Where the child behind the one at <paramref name="index"/> stands; <see cref="End"/> where it was the last.</summary>
    public int Next(int index) => index + 1 + _fields[index].Descendants;

    public ReadOnlySpan<byte> NameAt(int index) => _document.Slice(_fields[index].NameAt, _fields[index].NameLength);

    public ReadOnlySpan<byte> ContentAt(int index) => _document.Slice(_fields[index].ContentAt, _fields[index].ContentLength);

    /// <summary>Where the first child of that name stands, in any case of its letters, or -1.</summary>
    public int IndexOf(FieldName name) => OnlyAt(_level, name) is not SeveralMay and var only ? only : IndexSlowly(0, End, _level, name);

    /// <summary>Where the next child of that name stands behind the one at <paramref name="index"/>, or -1.</summary>
    public int IndexAfter(int index, FieldName name) => IndexSlowly(Next(index), End, _level, name);

    /// <summary>
    /// Where the child of that name stands, or -1: the first that is spelt so, else the first in any case. A third-party platform is told of
    /// its own AppId and of an account's appid in one document.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(FieldName name) => MayHave(name) ? FindLikely(name) : -1;

    /// <summary>As <see cref="Find(FieldName)"/>, of a name that the document may have.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindLikely(FieldName name) => OnlyAt(_level, name) is not SeveralMay and var only ? only : FindSlowly(0, End, _level, name);

    /// <summary>Where the child of that name of the child called <paramref name="parent"/> stands, or -1.</summary>
    public int Find(FieldName parent, FieldName name) => MayHave(name) && Find(parent) is >= 0 and var outer ? FindIn(outer, name) : -1;

    /// <summary>Where the child of that name of the child at <paramref name="outer"/> stands, or -1.</summary>
    public int FindIn(int outer, FieldName name)
    {
        var only = OnlyAt(_level + 1, name);
        return only == SeveralMay ? FindSlowly(outer + 1, Next(outer), _level + 1, name)
            : only > outer && only < Next(outer) ? only
            : -1;
    }

    /// <summary>Whether there is a child of that name, be it empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(FieldName name) => Find(name) >= 0;

    /// <summary>What stands in the document for the child of that name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Content(FieldName name) => Find(name) is >= 0 and var index ? ContentAt(index) : default;

    /// <summary>The children of the child of that name; none where it is absent.</summary>
    public PayloadFields Children(FieldName name) => ChildrenAt(Find(name), _level + 1);

    /// <summary>The children of the child of that name of the child called <paramref name="parent"/>; none where either is absent.</summary>
    public PayloadFields Children(FieldName parent, FieldName name) => ChildrenAt(Find(parent, name), _level + 2);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PayloadFields ChildrenAt(int index, int level) => new(this, index + 1, index < 0 ? 0 : _fields[index].Descendants, level);

    /// <summary>Whether the child at <paramref name="index"/> has any children.</summary>
    public bool HasChildrenAt(int index) => _fields[index].Descendants > 0;

    /// <summary>The children of the child at <paramref name="index"/>.</summary>
    public PayloadFields ChildrenAt(int index) => new(this, index);

    /// <summary>The text of the first child of that name; "" where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string Text(FieldName name) => Find(name) is >= 0 and var index ? TextAt(index) : "";

    /// <summary>The text of the first child of that name of the child called <paramref name="parent"/>; "" where either is absent.</summary>
    public string Text(FieldName parent, FieldName name) => Find(parent, name) is >= 0 and var index ? TextAt(index) : "";

    /// <summary>The text of the first child of that name; null where it is absent.</summary>
    public string? OptionalText(FieldName name) => Find(name) is >= 0 and var index ? TextAt(index) : null;

    /// <summary>The text of the first child of that name for later; "" where it is absent.</summary>
    public LateText LateText(FieldName name)
    {
        if (Find(name) is not (>= 0 and var index))
            return Protocol.LateText.Of("");
        return IsJson && !_kept.IsEmpty
            ? Protocol.LateText.OfJson(_kept.Slice(_fields[index].ContentAt, _fields[index].ContentLength))
            : Protocol.LateText.Of(TextAt(index));
    }

    /// <summary>The text of the child at <paramref name="index"/>.</summary>
    public string TextAt(int index)
    {
        var content = ContentAt(index);
        return _fields[index].Text switch
        {
            FieldText.Ascii => Encoding.Latin1.GetString(JsonText.WithoutQuotes(content)),
            FieldText.Plain => ShortText.Decode(JsonText.WithoutQuotes(content)),
            _ => IsJson ? JsonText.Decode(content) : XmlText.Decode(content),
        };
    }

    /// <summary>The text of the first child of that name as bytes, where none of it has to be decoded; empty where it is absent.</summary>
    public bool TryGetRun(FieldName name, out ReadOnlySpan<byte> run)
    {
        if (Find(name) is >= 0 and var index)
            return TryGetRunAt(index, out run);
        run = default;
        return true;
    }

    /// <summary>A whole number; null where it is absent, empty or something else.</summary>
    public long? Number(FieldName name) => Find(name) is >= 0 and var index ? NumberAt(index) : null;

    private long? NumberAt(int index) => TryGetRunAt(index, out var run)
        ? FieldNumber.TryReadWhole(TrimSpace(run), out var number) ? number : null
        : long.TryParse(TextAt(index).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rare) ? rare : null;

    /// <summary>A whole number of 32 bits; null where it is absent, empty or something else.</summary>
    public int? SmallNumber(FieldName name) => Find(name) is >= 0 and var index ? SmallNumberAt(index) : null;

    /// <summary>As <see cref="SmallNumber"/>, of the child at <paramref name="index"/>.</summary>
    public int? SmallNumberAt(int index) => NumberAt(index) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A decimal number such as a coordinate; null where it is absent, empty or something else.</summary>
    public double? Decimal(FieldName name)
    {
        if (TryGetRun(name, out var run))
            return FieldNumber.TryReadDecimal(TrimSpace(run), out var number) ? number : null;
        return double.TryParse(Text(name).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rare) && double.IsFinite(rare) ? rare : null;
    }

    /// <summary>Yes or no, written as 1 and 0 or as true and false; null where it is absent, empty or something else.</summary>
    public bool? Flag(FieldName name)
    {
        if (!TryGetRun(name, out var run))
            return null;
        run = TrimSpace(run);
        return run.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(run, "true"u8) ? true
            : run.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(run, "false"u8) ? false
            : null;
    }

    /// <summary>A moment written as Unix seconds; null where it is absent, empty, 0 or something else.</summary>
    public DateTimeOffset? Time(FieldName name) =>
        Number(name) is > 0 and <= 253402300799 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The children of the first child of that name; where it is absent, these fields themselves.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public PayloadFields Within(FieldName name)
    {
        var index = Find(name);
        return new PayloadFields(this, index + 1, index < 0 ? End : _fields[index].Descendants, index < 0 ? _level : _level + 1);
    }

    /// <summary>Whether the document may have such a name: says at once of nearly all that are not there that they are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayHave(FieldName name) => (_names & PayloadFieldList.BitOf(name.Mark)) != 0;

    /// <summary>Where the only field stands that may be a child of that name, -1 where it is none, or <see cref="SeveralMay"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int OnlyAt(int level, FieldName name)
    {
        var slot = _slots[PayloadFieldList.SlotOf(name.Mark, level)];
        if (slot == PayloadFieldList.Several)
            return SeveralMay;
        var fields = _fields;
        var index = slot - 1 - _start;
        if ((uint)index >= (uint)fields.Length)
            return -1;
        ref readonly var field = ref fields[index];
        return field.Mark == PayloadFieldList.MarkOf(name.Mark, level) && IsSame(_document.Slice(field.NameAt, field.NameLength), name.Text) ? index : -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindSlowly(int start, int end, int level, FieldName name)
    {
        var mark = PayloadFieldList.MarkOf(name.Mark, level);
        var first = -1;
        for (var i = start; i < end; i = Next(i))
        {
            if (_fields[i].Mark != mark && !_hasEscapedNames)
                continue;
            var found = NameAt(i);
            if (found.SequenceEqual(name.Text))
                return i;
            if (first < 0 && (_hasEscapedNames ? JsonText.EqualsIgnoreCase(found, name.Text) : Ascii.EqualsIgnoreCase(found, name.Text)))
                first = i;
        }
        return first;
    }

    private int IndexSlowly(int start, int end, int level, FieldName name)
    {
        var mark = PayloadFieldList.MarkOf(name.Mark, level);
        for (var i = start; i < end; i = Next(i))
        {
            if (_hasEscapedNames ? JsonText.EqualsIgnoreCase(NameAt(i), name.Text) : _fields[i].Mark == mark && IsSame(NameAt(i), name.Text))
                return i;
        }
        return -1;
    }

    /// <summary>Whether two names are the same. Ignoring case is for ASCII alone: no other name ever equals itself there.</summary>
    private static bool IsSame(ReadOnlySpan<byte> found, ReadOnlySpan<byte> name) => found.SequenceEqual(name) || Ascii.EqualsIgnoreCase(found, name);

    /// <summary>The text of the child at <paramref name="index"/> as bytes, where none of it has to be decoded.</summary>
    public bool TryGetRunAt(int index, out ReadOnlySpan<byte> run)
    {
        var content = ContentAt(index);
        if (_fields[index].Text == FieldText.Coded)
            return IsJson ? JsonText.TryGetRun(content, out run) : XmlText.TryGetRun(content, out run);
        run = JsonText.WithoutQuotes(content);
        return true;
    }

    /// <summary>The text without the white space around it, of which there is hardly ever any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> TrimSpace(ReadOnlySpan<byte> text) => text is [> (byte)' '] or [> (byte)' ', .., > (byte)' '] ? text : text.Trim(" \t\r\n"u8);

    private static byte FirstOf(ReadOnlySpan<byte> document) =>
        document is [> (byte)' ' and var only, ..] ? only : document.TrimStart(" \t\r\n"u8) is [var first, ..] ? first : (byte)0;
}
