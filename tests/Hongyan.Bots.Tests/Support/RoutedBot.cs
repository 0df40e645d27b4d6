using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Bots.Tests.Support;

/// <summary>A bot and what it routes, without delivery: an exception of a handler reaches the test.</summary>
internal sealed class RoutedBot : IDisposable
{
    public static readonly Account Account = new("demo", "WeCom", "ww0123456789abcdef", 1000002);

    private readonly ServiceProvider _services;

    public RoutedBot(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        Bot = new Bot(Account, _services);
    }

    public Bot Bot { get; }

    /// <summary>What a person who writes <paramref name="text"/> reads; null for nothing.</summary>
    public async Task<string?> AnswerAsync(string text) => await AnswerAsync(Arrivals.Text(text));

    public async Task<string?> AnswerAsync(Incoming incoming) => ((await RouteAsync(incoming)).Reply as TextReply)?.Content;

    public async Task<BotContext> RouteAsync(Incoming incoming, CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = new BotContext(incoming, Account, scope.ServiceProvider, cancellationToken);
        await BotRouter.RouteAsync(Bot, context).SoonAsync();
        return context;
    }

    public void Dispose() => _services.Dispose();
}
