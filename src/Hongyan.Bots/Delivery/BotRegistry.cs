using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>The bots of this process by the name of their account, for messages that come from the store instead of a callback.</summary>
internal sealed class BotRegistry
{
    private readonly ConcurrentDictionary<string, Bot> _bots = new(StringComparer.Ordinal);

    /// <summary>Whether any of them has a dialog.</summary>
    public bool HaveDialogs => _bots.Values.Any(bot => !bot.Dialogs.IsEmpty);

    /// <summary>Accounts that can answer but not send.</summary>
    public IEnumerable<Bot> Silent => _bots.Values.Where(bot => !bot.CanSend).OrderBy(bot => bot.Account.Name, StringComparer.Ordinal);

    public void Add(Bot bot) => _bots[bot.Account.Name] = bot;

    public Bot? Find(string account) => _bots.GetValueOrDefault(account);
}
