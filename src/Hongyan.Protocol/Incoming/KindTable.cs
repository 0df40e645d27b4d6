using System.Numerics;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>What reads each kind of payload, by the kind's name in any case of its letters. A name is looked up by its bytes as they arrived, without a string.</summary>
internal sealed class KindTable
{
    private readonly Row?[] _buckets;

    public KindTable(Dictionary<string, IncomingParser.Read> kinds)
    {
        Names = [.. kinds.Keys];
        _buckets = new Row?[BitOperations.RoundUpToPowerOf2((uint)kinds.Count * 2 + 1)];
        foreach (var (name, read) in kinds)
        {
            var bytes = Encoding.ASCII.GetBytes(name);
            ref var bucket = ref BucketOf(FieldName.MarkOf(bytes));
            bucket = new Row(bytes, FieldName.MarkOf(bytes), read, bucket);
        }
    }

    /// <summary>The names that have a row.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>What reads the kind of that name; null where no row has it.</summary>
    public IncomingParser.Read? Find(ReadOnlySpan<byte> name)
    {
        var mark = FieldName.MarkOf(name);
        for (var row = BucketOf(mark); row is not null; row = row.Next)
        {
            if (row.Mark == mark && Ascii.EqualsIgnoreCase(row.Name, name))
                return row.Read;
        }
        return null;
    }

    private ref Row? BucketOf(int mark) => ref _buckets[(int)((uint)mark * 0x9E3779B1 >> 16) & (_buckets.Length - 1)];

    private sealed record Row(byte[] Name, int Mark, IncomingParser.Read Read, Row? Next);
}
