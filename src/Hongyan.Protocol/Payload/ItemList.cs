using System.Runtime.CompilerServices;

namespace Hongyan.Protocol;

/// <summary>Gathers items whose number shows only at the end. Most lists are short: those stay on the stack until they become an array of just their length.</summary>
internal ref struct ItemList<T>
{
    private Eight _first;
    private List<T>? _more;
    private int _count;

    /// <summary>Whether it has one item, and which.</summary>
    public readonly bool IsOnly(out T item)
    {
        item = _first[0];
        return _count == 1;
    }

    public void Add(T item)
    {
        if (_count < Eight.Length)
            _first[_count++] = item;
        else
            (_more ??= []).Add(item);
    }

    public readonly T[] ToArray()
    {
        ReadOnlySpan<T> first = _first;
        return _more is null ? first[.._count].ToArray() : [.. first, .. _more];
    }

    [InlineArray(Length)]
    private struct Eight
    {
        public const int Length = 8;

        private T _item;
    }
}
