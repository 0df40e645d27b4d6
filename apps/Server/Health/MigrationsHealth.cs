using Hongyan.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hongyan.Server.Health;

/// <summary>Whether the database has the tables of this version: a file that was put back from an older backup may not.</summary>
internal sealed class MigrationsHealth(SqliteDatabase database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(database.IsCurrent()
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database was not made by this version; restart the server, which migrates it."));
        }
        catch (SqliteException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database cannot be read, so nobody knows."));
        }
    }
}
