using Hongyan.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The one of this process who writes. Other processes write beside it: never about a conversation that is being written about.</summary>
internal sealed partial class PostgreSqlWriter(
    PostgreSqlDatabase database, PayloadProtector protector, PostgreSqlNode node, StoreMetrics metrics, StoreClock clock, IOptions<PostgreSqlStoreOptions> options, TimeProvider time, ILogger<PostgreSqlWriter> logger)
    : StoreWriter<PostgreSqlSession>(database.Name, metrics, time, logger)
{
    private bool _wasRegistered;
    private bool _isCareful;

    /// <summary>Fewer than of a file: whoever wants one of these conversations waits for all of them.</summary>
    protected override int MostPerCommit => 128;

    protected override PostgreSqlSession Open() => PostgreSqlSession.Open(database.WriterConnectionString, protector, node, clock, options.Value);

    protected override void Begin(PostgreSqlSession session, WriteOperation<PostgreSqlSession>[] batch)
    {
        session.Begin([.. batch.Select(operation => operation.Conversation).OfType<long>().Distinct().Order()], _isCareful);
        _isCareful = false;
        if (session.IsReborn && _wasRegistered)
            LogGivenUp(logger, database.Name);
        _wasRegistered = true;
    }

    protected override bool IsWorthRepeating(Exception failure)
    {
        _isCareful = failure is RepeatCarefullyException;
        return _isCareful || PostgreSqlFailures.IsWorthRepeating(failure);
    }

    protected override bool WasCommitted(PostgreSqlSession session) => session.WasCommitted(database.WriterConnectionString);

    [LoggerMessage(3, LogLevel.Warning, "Store: the other processes on {Database} have given this one up and taken over what it ran; it goes on as a new one")]
    private static partial void LogGivenUp(ILogger logger, string database);
}
