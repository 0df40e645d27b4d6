using System.Text;

namespace Hongyan.Protocol;

/// <content>Lists, which come in many shapes.</content>
internal readonly ref partial struct PayloadFields
{
    internal delegate T ReadItem<T>(in PayloadFields item);

    internal delegate T ReadValue<T>(in PayloadFields fields, int index);

    private delegate void ReadPart<T>(ReadOnlySpan<byte> part, ref ItemList<T> items);

    /// <summary>
    /// A list, in whatever shape it comes: the child repeated, a JSON array, a single one that is no list, and each of these as a wrapper whose
    /// children are called <c>item</c>. An empty child is no item.
    /// </summary>
    public T[] Items<T>(FieldName name, ReadItem<T> read) => Items(name, "item"u8, read);

    /// <summary>As the other overload, with the platform's own name for the children of a wrapper, as in <c>OptionIds/OptionId</c>.</summary>
    public T[] Items<T>(FieldName name, FieldName itemName, ReadItem<T> read)
    {
        var index = IndexOf(name);
        if (index < 0)
            return [];
        var items = new ItemList<T>();
        for (; index >= 0; index = IndexAfter(index, name))
        {
            if (!HasChildrenAt(index))
                continue;
            var fields = new PayloadFields(this, index);
            var item = fields.IndexOf(itemName);
            if (item < 0)
                items.Add(read(fields));
            for (; item >= 0; item = fields.IndexAfter(item, itemName))
                items.Add(read(fields.ChildrenAt(item)));
        }
        return items.ToArray();
    }

    /// <summary>A list of values that have no children, in any of the shapes of <see cref="Items{T}(FieldName, ReadItem{T})"/>. An empty child is no item.</summary>
    public T[] Values<T>(FieldName name, FieldName itemName, ReadValue<T> read)
    {
        var index = IndexOf(name);
        if (index < 0)
            return [];
        var values = new ItemList<T>();
        for (; index >= 0; index = IndexAfter(index, name))
        {
            if (!HasChildrenAt(index))
            {
                if (!IsBlankAt(index))
                    values.Add(read(this, index));
                continue;
            }
            var fields = new PayloadFields(this, index);
            for (var item = fields.IndexOf(itemName); item >= 0; item = fields.IndexAfter(item, itemName))
                values.Add(read(fields, item));
        }
        return values.ToArray();
    }

    /// <summary>A list of texts in any of the shapes of <see cref="Items{T}(FieldName, ReadItem{T})"/>. An empty child is no item.</summary>
    public string[] Texts(FieldName name) => Texts(name, "item"u8);

    /// <summary>As the other overload, with the platform's own name for the children of a wrapper.</summary>
    public string[] Texts(FieldName name, FieldName itemName) => Values(name, itemName, static (in fields, index) => fields.TextAt(index));

    /// <summary>A list that is one text with commas, as in <c>1,2</c>, or a list in any other shape. An empty part is no item.</summary>
    public string[] SplitTexts(FieldName name, char separator = ',') =>
        Split<string>(name, separator, static (part, ref texts) =>
        {
            if (ShortText.Decode(part).Trim() is { Length: > 0 } text)
                texts.Add(text);
        });

    /// <summary>As <see cref="SplitTexts"/>, of whole numbers. What is no number is no item.</summary>
    public int[] SplitNumbers(FieldName name) =>
        Split<int>(name, ',', static (part, ref numbers) =>
        {
            if (FieldNumber.TryReadWhole(part, out var number) && number is >= int.MinValue and <= int.MaxValue)
                numbers.Add((int)number);
        });

    private T[] Split<T>(FieldName name, char separator, ReadPart<T> read)
    {
        var index = IndexOf(name);
        if (index < 0)
            return [];
        var items = new ItemList<T>();
        for (; index >= 0; index = IndexAfter(index, name))
        {
            if (!HasChildrenAt(index))
            {
                SplitAt(index, separator, read, ref items);
                continue;
            }
            var fields = new PayloadFields(this, index);
            for (var item = fields.IndexOf("item"u8); item >= 0; item = fields.IndexAfter(item, "item"u8))
                fields.SplitAt(item, separator, read, ref items);
        }
        return items.ToArray();
    }

    private void SplitAt<T>(int index, char separator, ReadPart<T> read, ref ItemList<T> items)
    {
        if (!TryGetRunAt(index, out var run))
            run = Encoding.UTF8.GetBytes(TextAt(index));
        while (!run.IsEmpty)
        {
            var length = run.IndexOf((byte)separator);
            length = length < 0 ? run.Length : length;
            read(TrimSpace(run[..length]), ref items);
            run = run[Math.Min(length + 1, run.Length)..];
        }
    }

    private bool IsBlankAt(int index) =>
        !(TryGetRunAt(index, out var run) && run is [> (byte)' ' and < 0x7F, ..]) && string.IsNullOrWhiteSpace(TextAt(index));
}
