using System.Runtime.CompilerServices;

namespace Hongyan.Protocol;

/// <summary>
/// Every field of a document in its order, each followed by those inside it, so that a document is walked once however deep it is read. Starts in the
/// caller's stack memory and moves to the heap only when a document is unusually long.
/// </summary>
/// <param name="fields">Stack memory for the fields.</param>
/// <param name="slots">Stack memory of <see cref="Slots"/> bytes.</param>
/// <param name="limit">Fields that the list takes. A stranger's megabytes of "&lt;a/&gt;" must not become more megabytes of ours.</param>
internal ref struct PayloadFieldList(Span<PayloadField> fields, Span<byte> slots, int limit = PayloadFieldList.Limit)
{
    /// <summary>The most fields that an authentic document may have; the platforms' own lists end at a thousand items.</summary>
    public const int Limit = 16_384;

    /// <summary>The most fields that a body may have before anybody has verified it: an envelope has three.</summary>
    public const int UnverifiedLimit = 64;

    /// <summary>Fields to offer from the stack: an ordinary message has twelve, an event with lists in it up to fifty.</summary>
    public const int StackSize = 64;

    /// <summary>The bytes that lead from a name to its field: many more than an ordinary message has fields, so that hardly two share one.</summary>
    public const int Slots = 256;

    /// <summary>Says of a slot that several fields share it, or that its field has a higher number.</summary>
    public const byte Several = byte.MaxValue;

    private readonly Span<byte> _slots = Cleared(slots);
    private Span<PayloadField> _fields = fields[..Math.Min(fields.Length, limit)];

    public int Count { get; private set; }

    public readonly ReadOnlySpan<PayloadField> Fields => _fields[..Count];

    /// <summary>For each <see cref="SlotOf"/> the number of the one field that has it, from 1; 0 where none has it, <see cref="Several"/> where they have to be looked through.</summary>
    public readonly ReadOnlySpan<byte> FieldsBySlot => _slots;

    /// <summary>The <see cref="BitOf"/> of every field's name: where one is not set, no field however deep has such a name.</summary>
    public ulong Names { get; private set; }

    /// <summary>Whether a name is written with escapes, so that marks say nothing.</summary>
    public bool HasEscapedNames { get; private set; }

    public readonly PayloadField this[int index] => _fields[index];

    /// <summary>One of 64 bits for the mark of a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BitOf(int nameMark) => 1UL << (int)((uint)nameMark * 0x9E3779B1 >> 26);

    /// <summary>The mark of a field: that of its name together with how deep it stands, so that it is none of a field inside a sibling.</summary>
    public static int MarkOf(int nameMark, int level) => nameMark ^ level << 26;

    /// <summary>The slot that leads to a field, by the mark of its name and how deep it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte SlotOf(int nameMark, int level) => (byte)((uint)nameMark * 0x9E3779B1 >> 24 ^ (uint)level << 5);

    /// <summary>Adds a field; false where the list is full.</summary>
    /// <param name="nameMark">The <see cref="FieldName.MarkOf"/> of its name.</param>
    /// <param name="nameAt">Where the name begins.</param>
    /// <param name="nameLength">The bytes of the name.</param>
    /// <param name="level">How many fields it is inside of.</param>
    /// <param name="contentAt">Where the content begins.</param>
    /// <param name="contentLength">The bytes of the content.</param>
    /// <param name="text">What is known of the content as a text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int nameMark, int nameAt, int nameLength, int level, int contentAt, int contentLength = 0, FieldText text = FieldText.Coded)
    {
        var index = Count;
        if (index >= _fields.Length && !TryGrow())
            return false;
        ref var slot = ref _slots[SlotOf(nameMark, level)];
        slot = slot == 0 && index + 1 < Several ? (byte)(index + 1) : Several;
        ref var field = ref _fields[index];
        field.Mark = MarkOf(nameMark, level);
        field.NameAt = nameAt;
        field.NameLength = nameLength;
        field.ContentAt = contentAt;
        field.ContentLength = contentLength;
        field.Descendants = 0;
        field.Text = text;
        Names |= BitOf(nameMark);
        Count = index + 1;
        return true;
    }

    /// <summary>Ends the field at <paramref name="index"/>: what was added since then is inside it.</summary>
    public readonly void Close(int index, int end)
    {
        ref var field = ref _fields[index];
        field.ContentLength = end - field.ContentAt;
        field.Descendants = Count - index - 1;
    }

    /// <summary>Notes that a name is written with escapes: it may be any, so each look-up has to look at all of them.</summary>
    public void NoteEscapedName()
    {
        HasEscapedNames = true;
        Names = ulong.MaxValue;
        _slots.Fill(Several);
    }

    private static Span<byte> Cleared(Span<byte> slots)
    {
        slots.Clear();
        return slots;
    }

    private bool TryGrow()
    {
        if (Count == limit)
            return false;
        var size = Math.Min(Math.Max(Count * 2, 8), limit);
        var fields = new PayloadField[size];
        _fields.CopyTo(fields);
        _fields = fields;
        return true;
    }
}
