using System.Buffers;
using BenchmarkDotNet.Attributes;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Benchmarks;

/// <summary>One message through the protocol layer (verify, decrypt, parse, encrypt) beside the bare primitives, in one run.</summary>
[MemoryDiagnoser]
public class ProtocolPath : IDisposable
{
    private readonly SampleCallback _callback = new();
    private readonly CallbackEnvelope _envelope = new(SampleCallback.Token, SampleCallback.EncodingAesKey, SampleCallback.CorpId);
    private readonly ArrayBufferWriter<byte> _answer = new(4096);
    private readonly ArrayBufferWriter<byte> _sealed = new(4096);
    private Primitives _primitives = null!;

    [GlobalSetup]
    public void Setup()
    {
        Message();
        _primitives = new Primitives(_callback, _answer.WrittenCount);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _primitives.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public int BarePrimitives() => _primitives.Run();

    [Benchmark]
    public int Message()
    {
        var opened = _envelope.Open(_callback.Query, _callback.Body);
        var incoming = (TextMessage)IncomingParser.WeCom.Parse(opened.Message);

        _answer.ResetWrittenCount();
        ReplyWriter.Write(new TextReply(incoming.Content), new ReplyHeader(incoming.FromUser, incoming.ToUser, incoming.CreatedAt), _answer);
        _sealed.ResetWrittenCount();
        _envelope.Seal(_answer.WrittenSpan, SampleCallback.Timestamp, SampleCallback.Nonce, _sealed);
        return _sealed.WrittenCount;
    }
}
