using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Benchmarks;

/// <summary>
/// What no implementation can do without, on buffers that are ready: two SHA-1, base64 both ways, AES-256-CBC both ways and sixteen
/// random bytes, over the same lengths as the sample callback and its answer.
/// </summary>
internal sealed class Primitives : IDisposable
{
    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _iv = new byte[16];
    private readonly byte[] _signed;
    private readonly byte[] _encrypted;
    private readonly byte[] _cipher = new byte[4096];
    private readonly byte[] _plain = new byte[4096];
    private readonly byte[] _base64 = new byte[4096];
    private readonly byte[] _hash = new byte[SHA1.HashSizeInBytes];
    private readonly int _answerLength;

    public Primitives(SampleCallback callback, int answerLength)
    {
        _aes.Key = Convert.FromBase64String(SampleCallback.EncodingAesKey + "=");
        _encrypted = callback.Encrypted;
        _signed = [.. Encoding.ASCII.GetBytes(SampleCallback.Token + SampleCallback.Timestamp + SampleCallback.Nonce), .. callback.Encrypted];
        var unpadded = 20 + answerLength + SampleCallback.CorpId.Length;
        _answerLength = unpadded + 32 - unpadded % 32;
    }

#pragma warning disable CA5350 // SHA-1 is what the platform signs with, so it is what must be measured.
    public int Run()
    {
        SHA1.HashData(_signed, _hash);
        Base64.DecodeFromUtf8(_encrypted, _cipher, out _, out var cipherLength);
        _aes.DecryptCbc(_cipher.AsSpan(0, cipherLength), _iv, _plain, PaddingMode.None);
        RandomNumberGenerator.Fill(_plain.AsSpan(0, 16));
        _aes.EncryptCbc(_plain.AsSpan(0, _answerLength), _iv, _cipher, PaddingMode.None);
        Base64.EncodeToUtf8(_cipher.AsSpan(0, _answerLength), _base64, out _, out var written);
        SHA1.HashData(_base64.AsSpan(0, written), _hash);
        return written;
    }
#pragma warning restore CA5350

    public void Dispose() => _aes.Dispose();
}
