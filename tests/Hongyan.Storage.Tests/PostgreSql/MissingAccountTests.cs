using System.Collections.Concurrent;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests.PostgreSql;

/// <summary>Two processes on one database, one of which does not have an account yet: it is being rolled out.</summary>
public sealed class MissingAccountTests : IDisposable
{
    private static readonly Account Other = new("other", "WeCom", "ww0123456789abcdef", 1000003);

    private readonly StoreServer _server = new() { HasOwnClock = true, Lease = TimeSpan.FromSeconds(3) };
    private readonly FakeSender _sender = new();
    private readonly TaskCompletionSource _never = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _ran = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Kill_NodeThatLivesLacksTheAccount_IsLeftToOneThatHasItAndItsConversationGoesOn()
    {
        await using var other = await StartOtherWithWorkOfTheDeadAsync();

        await using var b = await StartAsync("b");
        var next = b.AnswerAsync(Arrivals.Text("快", id: 2));

        Assert.Equal("慢 of b", await _sender.NextAsync());
        Assert.Equal("快 of b", await next.SoonAsync());
        Assert.Equal(["a 慢", "b 慢", "b 快"], _ran);
    }

    [Fact]
    public async Task Kill_AccountComesToTheNodeThatLives_IsRunThere()
    {
        await using var other = await StartOtherWithWorkOfTheDeadAsync();

        other.AddBot(DurableBot.WeComAccount, RoutesOf("other"));

        Assert.Equal("慢 of other", await _sender.NextAsync());
    }

    /// <summary>Starts a node without the account, beside one that has it and is killed while it runs a message; ends when that one is buried.</summary>
    private async Task<DurableBot> StartOtherWithWorkOfTheDeadAsync()
    {
        var a = await StartAsync("a");
        var other = await StartAsync("other", Other);
        _ = a.DeliverAsync(Arrivals.Text("慢"));
        await Waiting.UntilAsync(() => !_ran.IsEmpty);
        await a.KillAsync();
        await Waiting.UntilAsync(() => _server.Scalar<string>("select string_agg(Name, ',') from bots_nodes") == "other");
        // What a beat takes over is committed with the burial.
        Assert.Equal(0, _server.Scalar<long>("select count(*) from bots_inbox join bots_nodes on bots_nodes.Id = Node where State = 0"));
        return other;
    }

    private Task<DurableBot> StartAsync(string node, Account? account = null) => DurableBot.StartAsync(
        _server, RoutesOf(node), _sender, TimeProvider.System, services => services.Configure<PostgreSqlStoreOptions>(options => options.NodeName = node), account);

    private Action<Bot> RoutesOf(string node) => bot => bot.OnText(async (TextMessage message) =>
    {
        _ran.Enqueue($"{node} {message.Content}");
        if (node == "a")
            await _never.Task;
        return $"{message.Content} of {node}";
    });
}
