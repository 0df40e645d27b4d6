using System.Collections.Concurrent;
using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Support;

/// <summary>A robot with its delivery, as the HTTP side sees it, a sender that records, and a clock that the test moves.</summary>
internal sealed class DeliveringRobot : IActiveSender, IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<OutgoingMessage> _sent = new();

    public DeliveringRobot(Action<BotOptions>? options = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Time);
        services.AddBots();
        services.AddKeyedSingleton<IActiveSender>("robot", this);
        services.Configure<BotOptions>(given => options?.Invoke(given));
        _services = services.BuildServiceProvider(validateScopes: true);
        Bot = new Bot(new Account("robot", "WeComRobot", ""), _services);
        Delivery = _services.GetRequiredService<ReplyDelivery>();
    }

    public Bot Bot { get; }

    public ReplyDelivery Delivery { get; }

    public RecordedLog Log { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public IReadOnlyList<OutgoingMessage> Sent => [.. _sent];

    bool IActiveSender.IsAvailable => true;

    Task<SendResult> IActiveSender.SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        _sent.Enqueue(message);
        return Task.FromResult(new SendResult(SendOutcome.Sent));
    }

    public Task<ReadOnlyMemory<byte>> DeliverAsync(Incoming incoming, CancellationToken hungUp = default) => Delivery.DeliverAsync(Bot, incoming, hungUp).AsTask();

    /// <summary>Delivers once and waits.</summary>
    public async Task<RobotStream> AnswerAsync(Incoming incoming) => RobotStream.Of(await DeliverAsync(incoming).SoonAsync());

    /// <summary>Asks how far a stream has got; the answer must be there at once.</summary>
    public RobotStream Refresh(string streamId)
    {
        var answer = DeliverAsync(RobotArrivals.Refresh(streamId));
        Assert.True(answer.IsCompletedSuccessfully);
        return RobotStream.Of(answer.Result);
    }

    /// <summary>What is in the outbox, whether due or not.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> TakeOutboxAsync() =>
        [.. (await _services.GetRequiredService<IOutbox>().TakeAsync(16, TimeSpan.FromDays(1), CancellationToken.None)).Entries.Select(entry => entry.Message)];

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
