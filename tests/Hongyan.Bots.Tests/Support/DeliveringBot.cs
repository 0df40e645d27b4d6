using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Support;

/// <summary>A bot with its delivery, as the HTTP side sees it, and a clock that the test moves.</summary>
internal sealed class DeliveringBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DeliveringBot(Action<BotOptions>? options = null, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Time);
        services.AddBots();
        services.Configure<BotOptions>(given => options?.Invoke(given));
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        Bot = new Bot(RoutedBot.Account, _services);
        Delivery = _services.GetRequiredService<ReplyDelivery>();
    }

    public Bot Bot { get; }

    public ReplyDelivery Delivery { get; }

    public IServiceProvider Services => _services;

    public RecordedLog Log { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public Bot BotOf(string account) => new(RoutedBot.Account with { Name = account }, _services);

    /// <summary>Delivers once and waits: what the person reads, or null for nothing.</summary>
    public async Task<string?> AnswerAsync(Incoming incoming) => TextOf(await DeliverAsync(incoming).SoonAsync());

    public Task<ReadOnlyMemory<byte>> DeliverAsync(Incoming incoming, CancellationToken hungUp = default) =>
        Delivery.DeliverAsync(Bot, incoming, hungUp).AsTask();

    public static string? TextOf(ReadOnlyMemory<byte> answer) => answer.IsEmpty ? null : XmlOf(answer).Element("Content")?.Value;

    public static XElement XmlOf(ReadOnlyMemory<byte> answer) => XElement.Parse(Encoding.UTF8.GetString(answer.Span));

    public Task StopAsync(CancellationToken cancellationToken) => ((IHostedService)Delivery).StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
