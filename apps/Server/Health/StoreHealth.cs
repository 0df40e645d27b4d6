using Hongyan.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hongyan.Server.Health;

/// <summary>Whether the store can be read.</summary>
internal sealed class StoreHealth(SqliteDatabase database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var reader = database.OpenReader();
            using var command = reader.CreateCommand();
            command.CommandText = "select count(*) from sqlite_master";
            return Task.FromResult(command.ExecuteScalar() is long and > 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database is empty: its file was replaced."));
        }
        catch (SqliteException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database cannot be read."));
        }
    }
}
