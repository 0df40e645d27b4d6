using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Hongyan.Storage.Tests.Support;

/// <summary>The platform's side of active messages: takes everything, or does what the test says.</summary>
internal sealed class FakeSender : IActiveSender
{
    private readonly ConcurrentQueue<(string To, string Text)> _sent = new();
    private readonly Channel<string> _arrivals = Channel.CreateUnbounded<string>();

    public bool IsAvailable { get; set; } = true;

    /// <summary>What the next calls are answered with.</summary>
    public Func<OutgoingMessage, Task<SendResult>> Answer { get; set; } = _ => Task.FromResult(new SendResult(SendOutcome.Sent) { MessageId = "m1" });

    /// <summary>What the platform was asked to send, whether it took it or not.</summary>
    public IReadOnlyList<(string To, string Text)> Sent => [.. _sent];

    /// <summary>Waits for the next call.</summary>
    public Task<string> NextAsync() => _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().SoonAsync();

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var text = message.Content is TextReply reply ? reply.Content : message.Content.ToString();
        _sent.Enqueue((message.To.Id, text));
        var result = await Answer(message);
        _arrivals.Writer.TryWrite(text);
        return result;
    }
}
