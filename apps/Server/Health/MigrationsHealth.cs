using System.Data.Common;
using Hongyan.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hongyan.Server.Health;

/// <summary>Whether the database has the tables of this version: one that was put back from an older backup may not.</summary>
internal sealed class MigrationsHealth(StoreDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.IsCurrentAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database was not made by this version; restart the server, which migrates it.");
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy("The database cannot be read, so nobody knows.");
        }
    }
}
