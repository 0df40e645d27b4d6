using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Hongyan.Simulator.Live;

/// <summary>Tells every listener what happens. A listener that does not keep up is cut off; it reconnects and reads everything anew.</summary>
public sealed class LiveFeed
{
    private const int Backlog = 1000;

    private readonly Lock _lock = new();
    private readonly HashSet<Channel<SimulatorEvent>> _listeners = [];
    private long _lastId;

    /// <summary>Tells all listeners, in the same order.</summary>
    public void Publish(object? subject)
    {
        lock (_lock)
        {
            var happening = new SimulatorEvent(++_lastId, subject);
            _listeners.RemoveWhere(listener => !listener.Writer.TryWrite(happening) && listener.Writer.TryComplete());
        }
    }

    /// <summary>Everything that happens from the call on.</summary>
    public IAsyncEnumerable<SimulatorEvent> Listen(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<SimulatorEvent>(Backlog);
        lock (_lock)
            _listeners.Add(channel);
        return ReadAsync(channel, cancellationToken);
    }

    private async IAsyncEnumerable<SimulatorEvent> ReadAsync(
        Channel<SimulatorEvent> channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (await WaitAsync(channel, cancellationToken))
            {
                while (channel.Reader.TryRead(out var happening))
                    yield return happening;
            }
        }
        finally
        {
            lock (_lock)
                _listeners.Remove(channel);
        }
    }

    private static async ValueTask<bool> WaitAsync(Channel<SimulatorEvent> channel, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.Reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The listener hung up or the simulator stops; that is how every stream ends.
            return false;
        }
    }
}
