using System.Collections.Concurrent;

namespace Hongyan.Server.Demo;

/// <summary>Counts until the process ends.</summary>
internal sealed class MemoryDemoCounts : IDemoCounts
{
    private readonly ConcurrentDictionary<UserRef, int> _counts = new();

    public Task<int> CountAsync(BotContext context, CancellationToken cancellationToken) => Task.FromResult(_counts.AddOrUpdate(context.User, 1, (_, count) => count + 1));
}
