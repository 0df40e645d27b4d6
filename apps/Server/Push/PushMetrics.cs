using System.Diagnostics.Metrics;
using System.Globalization;

namespace Hongyan.Server.Push;

/// <summary>Counts pushes. The name is documented in docs/guides/observability.md.</summary>
internal sealed class PushMetrics(IMeterFactory factory)
{
    /// <summary>Stands for an account that there is none of: what strangers type must not become a name.</summary>
    private const string NoAccount = "";

    private readonly Counter<long> _requests = factory.Create("Hongyan").CreateCounter<long>("hongyan.push.requests", "{request}", "Requests of programs that push, by status");

    public void Count(string? account, int status) => _requests.Add(1,
        new("account", account ?? NoAccount), new("status", status.ToString(CultureInfo.InvariantCulture)));
}
