using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hongyan.Load.Proof;

/// <summary>A relay before the platform's API. Closed, it refuses connections and cuts those that are open, as a dead network does.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly Uri _platform;
    private readonly int _port = Platform.FreePort();
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private TcpListener? _listener;

    public Gate(Uri platform)
    {
        _platform = platform;
        Open();
    }

    public string Address => $"http://127.0.0.1:{_port}";

    public void Open()
    {
        var listener = new TcpListener(IPAddress.Loopback, _port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        _listener = listener;
        _ = AcceptAsync(listener);
    }

    public void Close()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var client in _clients.Keys)
            client.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = RelayAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            _clients[near] = _clients[far] = true;
            await far.ConnectAsync(_platform.Host, _platform.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is ObjectDisposedException or SocketException or IOException or InvalidOperationException)
        {
            // One side has hung up, or the gate was closed.
        }
        finally
        {
            _clients.TryRemove(near, out _);
            _clients.TryRemove(far, out _);
            near.Dispose();
        }
    }
}
