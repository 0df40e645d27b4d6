using System.Security.Cryptography;

namespace Hongyan.WeCom;

/// <summary>
/// A file of a robot while it arrives: AES-256-CBC with the robot's key, whose beginning is the IV, padded to blocks of 32 bytes. The last
/// bytes are held back until the end is there, because only then it shows which of them are padding.
/// </summary>
internal sealed class RobotMediaStream : Stream
{
    private const int BlockLength = 16;
    private const int LongestPadding = 32;
    private const int ChunkLength = 32 * 1024;

    private readonly Stream _source;
    private readonly Aes _aes;
    private readonly ICryptoTransform _decryptor;
    private readonly byte[] _encrypted = new byte[ChunkLength];
    private readonly byte[] _plain = new byte[ChunkLength + LongestPadding];
    private int _leftOver;
    private int _start;
    private int _end;
    private bool _isOver;

    public RobotMediaStream(Stream source, byte[] key)
    {
        _source = source;
        _aes = Aes.Create();
        _aes.Mode = CipherMode.CBC;
        // The framework's padding knows blocks of 16 only.
        _aes.Padding = PaddingMode.None;
        _decryptor = _aes.CreateDecryptor(key, key[..BlockLength]);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private int Ready => _isOver ? _end - _start : Math.Max(0, _end - _start - LongestPadding);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Ready == 0 && !_isOver && buffer.Length > 0)
            Take(await _source.ReadAsync(_encrypted.AsMemory(_leftOver), cancellationToken).ConfigureAwait(false));
        return Give(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        while (Ready == 0 && !_isOver && buffer.Length > 0)
            Take(_source.Read(_encrypted.AsSpan(_leftOver)));
        return Give(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
            _decryptor.Dispose();
            _aes.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Take(int read)
    {
        if (read == 0)
        {
            End();
            return;
        }
        var length = _leftOver + read;
        var whole = length - length % BlockLength;
        if (whole > 0)
        {
            _plain.AsSpan(_start, _end - _start).CopyTo(_plain);
            _end -= _start;
            _start = 0;
            _end += _decryptor.TransformBlock(_encrypted, 0, whole, _plain, _end);
        }
        _leftOver = length - whole;
        _encrypted.AsSpan(whole, _leftOver).CopyTo(_encrypted);
    }

    private void End()
    {
        _isOver = true;
        int padding = _end > _start ? _plain[_end - 1] : 0;
        if (_leftOver != 0 || padding is < 1 or > LongestPadding || padding > _end - _start
            || _plain.AsSpan(_end - padding, padding).IndexOfAnyExcept((byte)padding) >= 0)
            throw new IOException("The file is not whole, or it was not encrypted with this robot's EncodingAESKey.");
        _end -= padding;
    }

    private int Give(Span<byte> buffer)
    {
        var length = Math.Min(Ready, buffer.Length);
        _plain.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }
}
