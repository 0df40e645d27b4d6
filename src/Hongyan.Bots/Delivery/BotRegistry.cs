using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>The bots of this process by the name of their account, for messages that come from the store instead of a callback.</summary>
public sealed class BotRegistry
{
    private readonly ConcurrentDictionary<string, Bot> _bots = new(StringComparer.Ordinal);

    internal BotRegistry()
    {
    }

    /// <summary>The accounts that this process answers for by now. One may come while it runs, none goes.</summary>
    public IReadOnlyCollection<string> Accounts => [.. _bots.Keys];

    /// <summary>Whether any of them has a dialog.</summary>
    internal bool HaveDialogs => _bots.Values.Any(bot => !bot.Dialogs.IsEmpty);

    /// <summary>Accounts that can answer but not send.</summary>
    internal IEnumerable<Bot> Silent => _bots.Values.Where(bot => !bot.CanSend).OrderBy(bot => bot.Account.Name, StringComparer.Ordinal);

    internal void Add(Bot bot) => _bots[bot.Account.Name] = bot;

    internal Bot? Find(string account) => _bots.GetValueOrDefault(account);
}
