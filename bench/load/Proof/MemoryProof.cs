using System.Globalization;

namespace Hongyan.Load.Proof;

/// <summary>
/// Very many different messages, sent by this process over plain sockets. Answers are remembered for a minute at least, so after each half
/// the server has a minute to forget; what it holds then must be the same both times.
/// </summary>
internal static class MemoryProof
{
    private const int Connections = 64;
    private const double MostGrowth = 1.05;

    private static readonly TimeSpan TimeToForget = TimeSpan.FromSeconds(65);

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var verdict = new Verdict();
        var first = await SendAsync(stage, 0, size / 2, verdict, cancellationToken);
        var second = await SendAsync(stage, size / 2, size, verdict, cancellationToken);

        verdict.Tell($"{size:N0} messages, {stage.Count("effects"):N0} effects; managed memory after the first half {first.Managed / 1048576} MB, after the second {second.Managed / 1048576} MB; resident {first.Resident / 1048576} MB and {second.Resident / 1048576} MB");
        verdict.Expect(stage.Count("effects") >= size, "not every message had its effect");
        verdict.Expect(second.Managed <= first.Managed * MostGrowth, $"managed memory grew by {((double)second.Managed / first.Managed) - 1:P1}");
        return verdict;
    }

    private static async Task<(long Managed, long Resident)> SendAsync(Stage stage, int from, int to, Verdict verdict, CancellationToken cancellationToken)
    {
        var next = from - 1;
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(SendNextAsync, cancellationToken)));
        verdict.Expect(refused == 0, $"{refused} messages were not answered with 200");

        await Task.Delay(TimeToForget, cancellationToken);
        // The next message makes the server look at what it may forget; its number is one that no half has.
        using var last = new RawConnection(stage.Address);
        await last.SendAsync(CallbackFile.Request(CallbackFile.NewCipher(), 100_000_000 + to), cancellationToken);
        var managed = await stage.AskServerAsync("/proof/memory", cancellationToken);
        return ((long)managed["bytes"]!, ResidentBytes(stage.Server.Id));

        async Task SendNextAsync()
        {
            var cipher = CallbackFile.NewCipher();
            using var connection = new RawConnection(stage.Address);
            while (Interlocked.Increment(ref next) is var number && number < to)
            {
                if (await connection.SendAsync(CallbackFile.Request(cipher, number), cancellationToken) != 200)
                    Interlocked.Increment(ref refused);
            }
        }
    }

    private static long ResidentBytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
