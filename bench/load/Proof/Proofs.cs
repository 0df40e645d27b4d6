using System.ComponentModel;
using System.Diagnostics;

namespace Hongyan.Load.Proof;

/// <summary>The claims of "Never lost, never twice", each with the program that tries to break it.</summary>
internal static class Proofs
{
    /// <summary>No proof may take longer, whatever goes wrong.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private static readonly (string Name, int Size, string What, Func<int, CancellationToken, Task<Verdict>> Run)[] All =
    [
        ("triple", 100_000, "messages, each delivered three times in any order: exactly one effect each", TripleProof.RunAsync),
        ("kill", 20, "kills (kill -9) at random moments under 200 messages a second: nothing accepted is lost, nothing happens twice", KillProof.RunAsync),
        ("slow", 20, "seconds in the handler: it is called once and its answer arrives once, with active sending and without", SlowProof.RunAsync),
        ("unwritable", 30, "seconds in which the store is locked, then full: 503, and recovery without a restart", UnwritableProof.RunAsync),
        ("gone", 60, "seconds without the platform, then every fifth call refused: the outbox drains in each person's order", PlatformGoneProof.RunAsync),
        ("clock", 30, "jumps of the clock by an hour, forth and back: nothing is sent twice, nothing breaks", ClockProof.RunAsync),
        ("nodes-triple", 100_000, "messages, each three times in any order, over two nodes behind nginx on PostgreSQL: exactly one effect each", NodesTripleProof.RunAsync),
        ("nodes-kill", 20, "kills (kill -9) of one of two nodes: nothing accepted is lost, one effect each, conversations in order", NodesKillProof.RunAsync),
        ("nodes-outage", 30, "seconds without the database: 503, recovery without a restart, nothing accepted is lost", NodesOutageProof.RunAsync),
        ("nodes-clock", 60, "seconds of two nodes with clocks an hour apart: nothing is sent twice, no lease is taken early", NodesClockProof.RunAsync),
        ("nodes-token", 3, "times the access token is revoked while two nodes send: one fetch each", NodesTokenProof.RunAsync),
        ("throughput", 40_000, "messages to one server on SQLite, one and two on PostgreSQL: reported", ThroughputProof.RunAsync),
        ("memory", 1_000_000, "messages: the server's memory stays flat", MemoryProof.RunAsync),
    ];

    public static string Describe() => string.Join(Environment.NewLine, All.Select(proof => $"{proof.Name,-12} {proof.Size,9:N0} {proof.What}"));

    /// <summary>Runs one proof, or <c>all</c> of them.</summary>
    /// <returns>The exit code: 0 where every claim holds.</returns>
    public static async Task<int> RunAsync(string name, int? size)
    {
        var chosen = All.Where(proof => name == "all" || proof.Name == name).ToList();
        if (chosen.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no proof '{name}'.{Environment.NewLine}{Describe()}");
            return 2;
        }

        var hold = true;
        foreach (var proof in chosen)
        {
            var number = size ?? proof.Size;
            Console.WriteLine($"{proof.Name}: {number:N0} {proof.What}");
            var started = Stopwatch.GetTimestamp();
            var verdict = await TryAsync(proof.Run, number);
            Console.WriteLine($"{(verdict.Holds ? "HOLDS" : "FAILS")} {proof.Name}, {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s: {verdict}");
            hold &= verdict.Holds;
        }
        return hold ? 0 : 1;
    }

    private static async Task<Verdict> TryAsync(Func<int, CancellationToken, Task<Verdict>> run, int size)
    {
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            return await run(size, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            var verdict = new Verdict();
            verdict.Expect(false, $"it did not end within {Longest.TotalMinutes} minutes");
            return verdict;
        }
        catch (Exception missing) when (missing is PlatformNotSupportedException or Win32Exception)
        {
            // PostgreSQL or nginx: what was not tried is not proved.
            var verdict = new Verdict();
            verdict.Expect(false, missing.Message);
            return verdict;
        }
    }
}
