using System.Data.Common;
using System.Globalization;
using Hongyan.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hongyan.Server.Health;

/// <summary>Whether the store can be read.</summary>
internal sealed class StoreHealth(StoreDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var reader = await database.OpenReaderAsync(cancellationToken);
            await using var command = reader.CreateCommand();
            command.CommandText = "select count(*) from hub_migrations";
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database is empty: it was replaced.");
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy("The database cannot be read, or was replaced by an empty one.");
        }
    }
}
