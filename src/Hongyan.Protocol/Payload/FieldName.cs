using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hongyan.Protocol;

/// <summary>
/// The name that a field is asked for by, with its mark. A <c>"Name"u8</c> becomes one by itself, and inlined so that the compiler works the mark of a literal
/// out beforehand: reading a record asks for some thirty fields, most of which are not there. Two words, which is what is handed over in registers.
/// </summary>
internal readonly ref struct FieldName
{
    private readonly ref readonly byte _first;
    private readonly long _lengthAndMark;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FieldName(ReadOnlySpan<byte> text)
    {
        _first = ref MemoryMarshal.GetReference(text);
        _lengthAndMark = (long)text.Length << 32 | (uint)MarkOf(text);
    }

    /// <summary>The name as the platform writes it.</summary>
    public ReadOnlySpan<byte> Text => MemoryMarshal.CreateReadOnlySpan(in _first, (int)(_lengthAndMark >> 32));

    /// <summary>Its <see cref="MarkOf"/>.</summary>
    public int Mark => (int)_lengthAndMark;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator FieldName(ReadOnlySpan<byte> text) => new(text);

    /// <summary>A number that two names share where they differ at most in the case of ASCII letters, and hardly ever else: so most fields are passed by without a look at their name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MarkOf(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : (name[0] | 0x20) | (name[name.Length >> 1] | 0x20) << 8 | (name[^1] | 0x20) << 16 | (name.Length & 0xFF) << 24;
}
