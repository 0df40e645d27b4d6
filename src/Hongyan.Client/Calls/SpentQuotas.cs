using System.Collections.Concurrent;
using System.Globalization;

namespace Hongyan.Calls;

/// <summary>
/// Remembers which endpoint said that its quota of the day is used up (45009), and refuses it without asking until the day is over. Now and
/// then one call goes through: the account's administrator may have cleared the quota, or the platform raised it.
/// </summary>
internal sealed class SpentQuotas(TimeProvider time)
{
    public const int DailyQuota = 45009;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Spent> _spent = new(StringComparer.Ordinal);

    /// <summary>Refuses a call whose quota is known to be used up.</summary>
    /// <exception cref="PlatformApiException">45009, with the time that is left.</exception>
    public void Check(string endpoint)
    {
        if (!_spent.TryGetValue(endpoint, out var spent))
            return;
        var now = time.GetUtcNow();
        if (now >= spent.EndsAt || now >= spent.AskAgainAt)
        {
            _spent.TryRemove(new(endpoint, spent));
            return;
        }
        throw new PlatformApiException(
            DailyQuota, endpoint, spent.Message,
            $"Not sent: the platform said so {Say(now - spent.Since)} ago, and the quota begins anew in {Say(spent.EndsAt - now)}, at midnight in China; Usage.ClearAllAsync clears it, ten times a month.");
    }

    /// <summary>An endpoint said that its quota is used up.</summary>
    public void Note(string endpoint, string message)
    {
        var now = time.GetUtcNow();
        var midnight = ChinaTime.Midnight(ChinaTime.DayOf(now).AddDays(1));
        _spent[endpoint] = new Spent(message, now, midnight, now + Pause);
    }

    /// <summary>The quotas were cleared.</summary>
    public void Forget() => _spent.Clear();

    /// <summary>A time as people say it: <c>6 h 12 min</c>.</summary>
    internal static string Say(TimeSpan span) =>
        span.TotalMinutes < 1 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s")
        : span.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min")
        : span.TotalDays < 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.Hours} h {span.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{span.Days} d {span.Hours} h");

    private sealed record Spent(string Message, DateTimeOffset Since, DateTimeOffset EndsAt, DateTimeOffset AskAgainAt);
}
