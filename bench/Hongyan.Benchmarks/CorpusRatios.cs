using System.Diagnostics;

namespace Hongyan.Benchmarks;

/// <summary>
/// Each payload of the corpus by itself: parsing against walking, in turns of a few milliseconds, the fastest turn of each counting. A benchmark for
/// each of hundreds of files would take hours; this takes minutes and names the slowest.
/// </summary>
internal static class CorpusRatios
{
    private const int Turns = 20;
    private const int Shown = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(2);

    public static void Print()
    {
        // The first files would be timed before the code is compiled for good.
        var payloads = CorpusPayload.OfSyntax("xml").Concat(CorpusPayload.OfSyntax("json")).ToArray();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
        {
            foreach (var payload in payloads)
                _ = payload.Parse().Raw.Length + payload.Walk();
        }

        foreach (var syntax in new[] { "xml", "json" })
        {
            var ratios = CorpusPayload.OfSyntax(syntax).Select(payload => (payload.Name, Ratio: RatioOf(payload))).OrderByDescending(row => row.Ratio).ToArray();
            Console.WriteLine($"{syntax}: {ratios.Length} payloads, median {ratios[ratios.Length / 2].Ratio:F2}, {ratios.Count(row => row.Ratio > 1)} above 1");
            foreach (var (name, ratio) in ratios.Take(Shown))
                Console.WriteLine($"  {ratio:F2} {name}");
        }
    }

    private static double RatioOf(CorpusPayload payload)
    {
        Func<object> parse = payload.Parse, walk = () => payload.Walk();
        Time(parse);
        Time(walk);
        double parsing = double.MaxValue, walking = double.MaxValue;
        for (var turn = 0; turn < Turns; turn++)
        {
            parsing = Math.Min(parsing, Time(parse));
            walking = Math.Min(walking, Time(walk));
        }
        return parsing / walking;
    }

    /// <summary>Nanoseconds for one call, over a turn.</summary>
    private static double Time(Func<object> call)
    {
        var calls = 0;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Turn)
        {
            for (var i = 0; i < 16; i++)
                call();
            calls += 16;
        }
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / calls;
    }
}
