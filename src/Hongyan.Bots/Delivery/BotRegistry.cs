using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>The bots of this process by the name of their account, for messages that come from the store instead of a callback.</summary>
internal sealed class BotRegistry
{
    private readonly ConcurrentDictionary<string, Bot> _bots = new(StringComparer.Ordinal);

    public void Add(Bot bot) => _bots[bot.Account.Name] = bot;

    public Bot? Find(string account) => _bots.GetValueOrDefault(account);
}
