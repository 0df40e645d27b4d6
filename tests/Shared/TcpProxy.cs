using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hongyan.Tests;

/// <summary>Stands between a program and a server, and cuts the line: then nothing arrives any more and nobody is told.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly int _target;
    private readonly Task _loop;
    private (byte[] First, byte[] Then)? _trap;
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

    /// <summary>Cuts the line behind the bytes in which a program says something for the first time, after having said something else on the same connection.</summary>
    public void CutAfter(string first, string then) => _trap = (Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(then));

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
            await Task.WhenAny(CopyAsync(client, server, isWatched: true), CopyAsync(server, client, isWatched: false));
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            // Whoever connected sees the end.
        }
        client.Dispose();
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool isWatched)
    {
        var bytes = new byte[16384];
        var isArmed = false;
        try
        {
            while (await from.GetStream().ReadAsync(bytes, _stopping.Token) is > 0 and var count)
            {
                await _line.Task.WaitAsync(_stopping.Token);
                if (isWatched && _trap is { } trap)
                {
                    isArmed |= bytes.AsSpan(0, count).IndexOf(trap.First) >= 0;
                    if (isArmed && bytes.AsSpan(0, count).IndexOf(trap.Then) >= 0)
                    {
                        _trap = null;
                        Cut();
                    }
                }
                await to.GetStream().WriteAsync(bytes.AsMemory(0, count), _stopping.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone; the other is closed by whoever called.
        }
    }
}
