namespace Hongyan.Storage.Writing;

/// <summary>The value of a parameter: text, bytes, a number, or null. No number is boxed, and bytes may be the beginning of a longer array.</summary>
internal readonly struct StoreValue : IEquatable<StoreValue>
{
    private static readonly object NumberMark = new();

    private readonly object? _content;
    private readonly long _number;

    private StoreValue(object? content, long number)
    {
        _content = content;
        _number = number;
    }

    /// <summary>The text; null where it is something else.</summary>
    public string? Text => _content as string;

    /// <summary>Whether it is bytes, be they none.</summary>
    public bool IsBytes => _content is byte[];

    /// <summary>The bytes; empty where it is something else.</summary>
    public ReadOnlyMemory<byte> Bytes => _content is byte[] bytes ? bytes.AsMemory(0, (int)_number) : default;

    /// <summary>The number; null where it is something else.</summary>
    public long? Number => ReferenceEquals(_content, NumberMark) ? _number : null;

    public static implicit operator StoreValue(string? text) => new(text, 0);

    public static implicit operator StoreValue(byte[]? bytes) => new(bytes, bytes?.Length ?? 0);

    public static implicit operator StoreValue(RentedPayload payload) => new(payload.Array, payload.Length);

    public static implicit operator StoreValue(long number) => new(NumberMark, number);

    public static implicit operator StoreValue(long? number) => number is { } value ? value : default(StoreValue);

    /// <summary>Whether both are the same text, the same number, or null. Of bytes nobody knows: an array may hold something else by now.</summary>
    public bool Equals(StoreValue other) => !IsBytes && _number == other._number && Equals(_content, other._content);

    public override bool Equals(object? obj) => obj is StoreValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_content, _number);
}
