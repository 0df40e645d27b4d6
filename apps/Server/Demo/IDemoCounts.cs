namespace Hongyan.Server.Demo;

/// <summary>How often each person sent 计数.</summary>
internal interface IDemoCounts
{
    /// <summary>Counts this message, once however often it is delivered.</summary>
    /// <returns>How many there are with it.</returns>
    Task<int> CountAsync(BotContext context, CancellationToken cancellationToken);
}
