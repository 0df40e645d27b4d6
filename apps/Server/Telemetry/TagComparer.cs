using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Hongyan.Server.Telemetry;

/// <summary>Compares the tags of measurements where they stand, so that a known series is found without allocating.</summary>
internal sealed class TagComparer : IEqualityComparer<Tag[]>, IAlternateEqualityComparer<ReadOnlySpan<Tag>, Tag[]>
{
    public static TagComparer Instance { get; } = new();

    public bool Equals(Tag[]? x, Tag[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<Tag> alternate, Tag[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(Tag[] tags) => GetHashCode(tags.AsSpan());

    public int GetHashCode(ReadOnlySpan<Tag> alternate)
    {
        var hash = new HashCode();
        foreach (var (name, value) in alternate)
        {
            hash.Add(name);
            hash.Add(value);
        }
        return hash.ToHashCode();
    }

    public Tag[] Create(ReadOnlySpan<Tag> alternate) => alternate.ToArray();
}
