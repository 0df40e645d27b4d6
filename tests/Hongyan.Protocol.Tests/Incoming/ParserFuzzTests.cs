using System.Diagnostics;
using System.Globalization;
using Hongyan.Protocol;

namespace Hongyan.Tests.Incoming;

/// <summary>
/// The payloads of the corpus, broken at random in their bytes: no crash, no hang, memory in proportion to what came. The run of every day is short
/// and prints its seed when it fails; <c>HONGYAN_FUZZ_SEED</c> repeats one, <c>HONGYAN_FUZZ_SECONDS</c> makes it longer.
/// </summary>
public class ParserFuzzTests
{
    private const int Inputs = 20_000;
    private const int LongestInput = 64 * 1024;

    private static readonly IncomingParser[] Parsers = [IncomingParser.WeCom, IncomingParser.WeComRobot, IncomingParser.OfficialAccount];
    private static readonly byte[] Marks = "<>&;/!?-[]{}:,\\\"' \0\u0001aCDATAu01.e\n"u8.ToArray();

    private static readonly int Seed = Setting("HONGYAN_FUZZ_SEED") ?? Environment.TickCount;
    private static readonly int? Seconds = Setting("HONGYAN_FUZZ_SECONDS");

    /// <summary>One input may take this long on the most crowded machine; they take microseconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void Parse_BrokenBytes_IsReadInTimeAndInLittleMemory()
    {
        var random = new Random(Seed);
        var payloads = Corpus.Names.Select(Corpus.Payload).ToArray();
        var started = Stopwatch.GetTimestamp();
        byte[] input = [];
        int inputs = 0, readable = 0;
        try
        {
            for (; Seconds is { } seconds ? Stopwatch.GetElapsedTime(started).TotalSeconds < seconds : inputs < Inputs; inputs++)
            {
                input = Break(payloads, random);
                readable += Read(input, Parsers[random.Next(Parsers.Length)]) is UnreadableMessage ? 0 : 1;
            }
        }
        catch (Exception failure)
        {
            Assert.Fail($"HONGYAN_FUZZ_SEED={Seed.ToString(CultureInfo.InvariantCulture)}: {failure}\nThe input in base64: {Convert.ToBase64String(input)}");
        }
        // A run in which nothing came through to the records would prove little.
        Assert.InRange(readable, inputs / 20, inputs);
    }

    private static Hongyan.Incoming Read(byte[] input, IncomingParser parser)
    {
        var most = 16 * 1024 + 64L * input.Length;
        var started = Stopwatch.GetTimestamp();
        var incoming = Parse(input, parser, out var allocated);
        _ = incoming.Field("Content");
        _ = incoming.Field("no such field");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Longest);
        // What the framework makes once, such as its table of error texts, is made for the first input that needs it and for no other.
        if (allocated > most)
            _ = Parse(input, parser, out allocated);
        Assert.InRange(allocated, 0, most);
        Assert.True(incoming is not UnreadableMessage { Reason.Length: 0 });
        return incoming;
    }

    private static Hongyan.Incoming Parse(byte[] input, IncomingParser parser, out long allocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var incoming = parser.Parse(input);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return incoming;
    }

    /// <summary>A payload with one to four damages; some only change what it says.</summary>
    private static byte[] Break(byte[][] payloads, Random random)
    {
        var bytes = payloads[random.Next(payloads.Length)];
        for (var damages = random.Next(1, 5); damages > 0; damages--)
        {
            var at = random.Next(bytes.Length + 1);
            var end = Math.Min(bytes.Length, at + random.Next(1, 64));
            bytes = random.Next(12) switch
            {
                0 => [.. bytes[..at], Marks[random.Next(Marks.Length)], .. bytes[at..]],
                1 => [.. bytes[..at], (byte)random.Next(256), .. bytes[Math.Min(at + 1, bytes.Length)..]],
                2 => [.. bytes[..at], .. bytes[end..]],
                3 => [.. bytes[..end], .. bytes[at..]],
                4 => bytes[..at],
                5 => [.. bytes[..at], .. Enumerable.Repeat(bytes[at..end], random.Next(1, 500)).SelectMany(piece => piece), .. bytes[at..]],
                6 => [.. bytes[..at], .. payloads[random.Next(payloads.Length)], .. bytes[at..]],
                7 => Swap(bytes, random),
                _ => [.. bytes[..at], (byte)"aZ09_- "[random.Next(7)], .. bytes[Math.Min(at + 1, bytes.Length)..]],
            };
            if (bytes.Length > LongestInput)
                bytes = bytes[..LongestInput];
        }
        return bytes;
    }

    /// <summary>Two pieces change places, so that names meet other values.</summary>
    private static byte[] Swap(byte[] bytes, Random random)
    {
        int[] cuts = [random.Next(bytes.Length + 1), random.Next(bytes.Length + 1), random.Next(bytes.Length + 1)];
        Array.Sort(cuts);
        return [.. bytes[..cuts[0]], .. bytes[cuts[1]..cuts[2]], .. bytes[cuts[0]..cuts[1]], .. bytes[cuts[2]..]];
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
