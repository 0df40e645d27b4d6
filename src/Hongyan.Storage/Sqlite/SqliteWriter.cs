using Hongyan.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Hongyan.Storage.Sqlite;

/// <summary>The one who writes the file.</summary>
internal sealed class SqliteWriter(SqliteDatabase database, PayloadProtector protector, StoreMetrics metrics, StoreClock clock, TimeProvider time, ILogger<SqliteWriter> logger)
    : StoreWriter<SqliteSession>(database.Path, metrics, time, logger)
{
    protected override SqliteSession Open() => SqliteSession.Open(database.WriterConnectionString, protector, clock, Time);

    protected override void Begin(SqliteSession session, WriteOperation<SqliteSession>[] batch) => session.Begin();
}
