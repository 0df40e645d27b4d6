namespace Hongyan.Protocol;

/// <summary>
/// A text of a payload that becomes a string only when somebody asks for it, because hardly anybody does: until then it stays where it arrived.
/// Two of them are equal where their texts are.
/// </summary>
internal readonly struct LateText : IEquatable<LateText>
{
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _json;

    private LateText(string? text, ReadOnlyMemory<byte> json)
    {
        _text = text;
        _json = json;
    }

    /// <summary>Of a text that is there already.</summary>
    public static LateText Of(string text) => new(text, default);

    /// <summary>Of a JSON value as it is written, in memory that stays as it is.</summary>
    public static LateText OfJson(ReadOnlyMemory<byte> value) => new(null, value);

    public bool Equals(LateText other) => ToString().Equals(other.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is LateText other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _text ?? JsonText.Decode(_json.Span);
}
