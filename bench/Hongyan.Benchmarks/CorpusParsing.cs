using BenchmarkDotNet.Attributes;

namespace Hongyan.Benchmarks;

/// <summary>All payloads of the corpus in one syntax, one after the other: into their records, and through the framework's reader.</summary>
[MemoryDiagnoser]
public class CorpusParsing
{
    private CorpusPayload[] _payloads = [];

    [Params("xml", "json")]
    public string Syntax { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _payloads = CorpusPayload.OfSyntax(Syntax);

    [Benchmark(Baseline = true)]
    public int Walk()
    {
        var length = 0;
        foreach (var payload in _payloads)
            length += payload.Walk();
        return length;
    }

    [Benchmark]
    public int Parse()
    {
        var length = 0;
        foreach (var payload in _payloads)
            length += payload.Parse().Raw.Length;
        return length;
    }
}
