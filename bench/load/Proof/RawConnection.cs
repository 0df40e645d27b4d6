using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hongyan.Load.Proof;

/// <summary>One connection that sends a request and waits for its answer, with as little work as that takes.</summary>
internal sealed class RawConnection(Uri address) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly TcpClient _client = new() { NoDelay = true };

    /// <summary>Sends a whole request.</summary>
    /// <returns>The status.</returns>
    public async Task<int> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        if (!_client.Connected)
            await _client.ConnectAsync(address.Host, address.Port, cancellationToken);
        var stream = _client.GetStream();
        await stream.WriteAsync(request, cancellationToken);
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                throw new IOException("The server hung up.");
            length += read;
            var head = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (head >= 0 && length >= head + 4 + BodyLength(Encoding.ASCII.GetString(_buffer, 0, head)))
                return int.Parse(Encoding.ASCII.GetString(_buffer, 9, 3), CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => _client.Dispose();

    private static int BodyLength(string head)
    {
        const string Name = "Content-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return 0;
        var end = head.IndexOf('\r', start);
        return int.Parse(end < 0 ? head.AsSpan(start + Name.Length) : head.AsSpan(start + Name.Length, end - start - Name.Length), CultureInfo.InvariantCulture);
    }
}
