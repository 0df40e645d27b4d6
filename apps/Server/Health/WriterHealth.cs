using Hongyan.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hongyan.Server.Health;

/// <summary>Whether the store can be written: the server is not ready to accept messages where it cannot.</summary>
internal sealed class WriterHealth(IStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // An empty transaction has to take the writer's lock all the same.
            await store.WriteAsync(_ => { }, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException)
        {
            return HealthCheckResult.Unhealthy("The store cannot be written: it is locked, full or gone. Callbacks are answered with 503 until it can.");
        }
    }
}
