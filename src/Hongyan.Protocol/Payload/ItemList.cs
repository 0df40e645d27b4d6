using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hongyan.Protocol;

/// <summary>Gathers items whose number shows only at the end. Most lists are short: those stay on the stack until they become an array of just their length.</summary>
internal ref struct ItemList<T>
{
    private Eight _first;
    private List<T>? _more;
    private int _count;

    /// <summary>What was gathered so far.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<T> Items
    {
        get
        {
            ReadOnlySpan<T> first = _first;
            return _more is null ? first[.._count] : (T[])[.. first, .. _more];
        }
    }

    public void Add(T item)
    {
        if (_count < Eight.Length)
            _first[_count++] = item;
        else
            (_more ??= []).Add(item);
    }

    public readonly T[] ToArray() => Items.ToArray();

    [InlineArray(Length)]
    private struct Eight
    {
        public const int Length = 8;

        private T _item;
    }
}
