using System.Globalization;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// The children of one element, by name. As tolerant as real traffic asks for: case of names, order, CDATA or not,
/// empty or absent, and numbers in either form all read the same.
/// </summary>
internal readonly ref struct PayloadFields(ReadOnlySpan<byte> xml, ReadOnlySpan<XmlField> fields)
{
    private readonly ReadOnlySpan<byte> _xml = xml;
    private readonly ReadOnlySpan<XmlField> _fields = fields;

    public int Count => _fields.Length;

    public ReadOnlySpan<byte> NameAt(int index) => _xml[_fields[index].Name];

    public ReadOnlySpan<byte> ContentAt(int index) => _xml[_fields[index].Content];

    /// <summary>Where the first child of that name stands, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> name, int start = 0)
    {
        for (var i = start; i < _fields.Length; i++)
        {
            // Ignoring case is for ASCII alone: no other name ever equals itself there.
            if (NameAt(i).SequenceEqual(name) || Ascii.EqualsIgnoreCase(NameAt(i), name))
                return i;
        }
        return -1;
    }

    /// <summary>What stands between the tags of the first child of that name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Content(ReadOnlySpan<byte> name) => IndexOf(name) is >= 0 and var index ? ContentAt(index) : default;

    /// <summary>The children of the first child of that name; none where it is absent.</summary>
    public PayloadFields Children(ReadOnlySpan<byte> name) => Nested(Content(name));

    /// <summary>The children of the child at <paramref name="index"/>.</summary>
    public PayloadFields ChildrenAt(int index) => Nested(ContentAt(index));

    /// <summary>The text of the first child of that name; "" where it is absent.</summary>
    public string Text(ReadOnlySpan<byte> name) => XmlText.Decode(Content(name));

    /// <summary>A whole number; null where it is absent, empty or something else.</summary>
    public long? Number(ReadOnlySpan<byte> name)
    {
        var content = Content(name);
        if (XmlText.TryGetRun(content, out var run))
            return long.TryParse(run.Trim(" \t\r\n"u8), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return long.TryParse(XmlText.Decode(content).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rare) ? rare : null;
    }

    /// <summary>A whole number of 32 bits; null where it is absent, empty or something else.</summary>
    public int? SmallNumber(ReadOnlySpan<byte> name) => Number(name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A decimal number such as a coordinate; null where it is absent, empty or something else.</summary>
    public double? Decimal(ReadOnlySpan<byte> name) =>
        double.TryParse(XmlText.Decode(Content(name)).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    private static PayloadFields Nested(ReadOnlySpan<byte> content)
    {
        var list = new XmlFieldList(default);
        XmlScanner.ScanContent(content, ref list);
        return new PayloadFields(content, list.Fields);
    }
}
