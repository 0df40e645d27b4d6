using Npgsql;

namespace Hongyan.Storage.PostgreSql;

/// <summary>What PostgreSQL's failures mean (postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgreSqlFailures
{
    private const string IdleInTransactionSessionTimeout = "25P03";

    /// <summary>Two transactions stood in each other's way, and this one had to give in.</summary>
    public static bool IsWorthRepeating(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Nobody's statement is to blame: connection, disk, memory, shutdown, read-only.</summary>
    public static bool IsOfTheServer(Exception failure) => failure is PostgresException refused
        ? refused.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or IdleInTransactionSessionTimeout
            || (refused.SqlState != PostgresErrorCodes.QueryCanceled && refused.SqlState[..2] is "08" or "53" or "57" or "58" or "F0" or "XX")
        : failure is NpgsqlException { InnerException: not TimeoutException };
}
