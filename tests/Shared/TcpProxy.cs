using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hongyan.Tests;

/// <summary>Stands between a program and a server, and cuts the line: then nothing arrives any more and nobody is told.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly int _target;
    private readonly Task _loop;
    private volatile TaskCompletionSource _line = NewLine(isOpen: true);

    public TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>From now on bytes lie where they are.</summary>
    public void Cut() => _line = NewLine(isOpen: false);

    /// <summary>Mends the line: what lay there arrives, late.</summary>
    public void Mend() => _line.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        foreach (var client in _clients)
            client.Dispose();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private static TaskCompletionSource NewLine(bool isOpen)
    {
        var line = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (isOpen)
            line.SetResult();
        return line;
    }

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        _clients.Add(client);
        using var server = new TcpClient();
        try
        {
            await _line.Task.WaitAsync(_stopping.Token);
            await server.ConnectAsync(IPAddress.Loopback, _target, _stopping.Token);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            // Whoever connected sees the end.
        }
        client.Dispose();
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var bytes = new byte[16384];
        try
        {
            while (await from.GetStream().ReadAsync(bytes, _stopping.Token) is > 0 and var count)
            {
                await _line.Task.WaitAsync(_stopping.Token);
                await to.GetStream().WriteAsync(bytes.AsMemory(0, count), _stopping.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone; the other is closed by whoever called.
        }
    }
}
