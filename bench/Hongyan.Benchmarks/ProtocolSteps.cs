using System.Buffers;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Hongyan.Protocol;

namespace Hongyan.Benchmarks;

/// <summary>The steps one by one, and the framework's XmlReader walking the same document.</summary>
[MemoryDiagnoser]
public class ProtocolSteps
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    private readonly SampleCallback _callback = new();
    private readonly MessageCipher _cipher = new(SampleCallback.EncodingAesKey, SampleCallback.CorpId);
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly byte[] _token = Encoding.ASCII.GetBytes(SampleCallback.Token);
    private readonly byte[] _timestamp = Encoding.ASCII.GetBytes(SampleCallback.Timestamp);
    private readonly byte[] _nonce = Encoding.ASCII.GetBytes(SampleCallback.Nonce);
    private byte[] _signature = [];

    [GlobalSetup]
    public void Setup() => _signature = Encoding.ASCII.GetBytes(_callback.Signature);

    [Benchmark]
    public bool Verify() => SignatureVerifier.Verify(_token, _timestamp, _nonce, _callback.Encrypted, _signature);

    [Benchmark]
    public EnvelopeResult Decrypt() => _cipher.Decrypt(_callback.Encrypted);

    [Benchmark]
    public Incoming Parse() => IncomingParser.WeCom.Parse(_callback.Plaintext);

    [Benchmark]
    public int WalkWithXmlReader()
    {
        using var reader = XmlReader.Create(new MemoryStream(_callback.Plaintext), Settings);
        var length = 0;
        while (reader.Read())
            length += reader.HasValue ? reader.Value.Length : 0;
        return length;
    }

    [Benchmark]
    public int Encrypt()
    {
        _output.ResetWrittenCount();
        _cipher.Encrypt(_callback.Plaintext, _output);
        return _output.WrittenCount;
    }
}
