using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>Calls a webhook of WeCom: the key in the query is all there is.</summary>
internal sealed class GroupRobotCaller(PlatformConnection connection, PlatformRetry retry, string key) : IPlatformCaller
{
    private readonly QuerySecret _key = new("key", key);

    public Task<T> SendAsync<T>(
        PlatformRequest request, Func<PlatformAnswer, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        retry.RunAsync(request, (wait, token) => connection.SendAsync(request, _key, wait, read, token), cancellationToken);
}
