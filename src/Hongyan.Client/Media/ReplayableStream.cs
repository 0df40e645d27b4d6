using System.Buffers;

namespace Hongyan.Media;

/// <summary>
/// A caller's stream of known length that can be read again from where it stood, because a call may have to be repeated. A stream that
/// cannot seek is copied to a temporary file first; none is ever held in memory.
/// </summary>
internal sealed class ReplayableStream : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly Stream _stream;
    private readonly long _start;
    private readonly bool _isOurs;

    private ReplayableStream(Stream stream, bool isOurs)
    {
        _stream = stream;
        _start = stream.Position;
        _isOurs = isOurs;
        Length = stream.Length - _start;
    }

    /// <summary>Bytes from where the stream stood to its end.</summary>
    public long Length { get; }

    /// <summary>Opens a stream for being read more than once.</summary>
    /// <param name="content">The caller's; it stays open.</param>
    /// <param name="maxBytes">Of a stream that cannot seek, no more than this and one byte is read: enough to know that it is too long.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public static async Task<ReplayableStream> OpenAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
            return new ReplayableStream(content, isOurs: false);

        var copy = CreateTemporaryFile();
        try
        {
            await CopyAsync(content, copy, maxBytes + 1, cancellationToken).ConfigureAwait(false);
            copy.Position = 0;
            return new ReplayableStream(copy, isOurs: true);
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The first bytes; fewer where there are no more.</summary>
    public async Task<byte[]> PeekAsync(int count, CancellationToken cancellationToken)
    {
        var start = new byte[Math.Min(count, Length)];
        _stream.Position = _start;
        await _stream.ReadExactlyAsync(start, cancellationToken).ConfigureAwait(false);
        return start;
    }

    /// <summary>Writes all of it, from the start.</summary>
    /// <exception cref="EndOfStreamException">It has become shorter since it was opened.</exception>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        _stream.Position = _start;
        if (await CopyAsync(_stream, destination, Length, cancellationToken).ConfigureAwait(false) < Length)
            throw new EndOfStreamException($"The content ended before its {Length} bytes.");
    }

    public ValueTask DisposeAsync() => _isOurs ? _stream.DisposeAsync() : ValueTask.CompletedTask;

    private static FileStream CreateTemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        // What people send is nobody else's business. Windows keeps temporary files in the user's own folder.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    private static async Task<long> CopyAsync(Stream source, Stream destination, long count, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var copied = 0L;
            while (copied < count)
            {
                var want = (int)Math.Min(buffer.Length, count - copied);
                var read = await source.ReadAsync(buffer.AsMemory(0, want), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                copied += read;
            }
            return copied;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
