using System.Collections.Concurrent;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Reporters;

/// <summary>Listens to ten messages of a person in a minute, then says so once, then waits for the minute to pass.</summary>
internal sealed class RateLimit(DeskTexts texts, TimeProvider time)
{
    private const int Most = 10;
    private const int MostPeople = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<UserRef, (DateTimeOffset Since, int Count)> _heard = new();

    public async Task RunAsync(BotContext context, BotHandler next)
    {
        if (context.Incoming is not IncomingMessage)
        {
            await next(context);
            return;
        }
        switch (Count(context.User))
        {
            case <= Most:
                await next(context);
                break;
            case Most + 1:
                context.Reply = texts.Get("TooFast");
                break;
        }
    }

    private int Count(UserRef person)
    {
        var now = time.GetUtcNow();
        if (_heard.Count > MostPeople)
        {
            foreach (var (who, heard) in _heard)
            {
                if (heard.Since + Window <= now)
                    _heard.TryRemove(KeyValuePair.Create(who, heard));
            }
        }
        return _heard.AddOrUpdate(person, _ => (now, 1), (_, heard) => heard.Since + Window <= now ? (now, 1) : (heard.Since, heard.Count + 1)).Count;
    }
}
