namespace Hongyan.Cli.Migrating;

/// <summary>How far one table has got.</summary>
/// <param name="LastRow">The number of the last row that was copied.</param>
/// <param name="IsDone">Whether all are.</param>
internal readonly record struct MigrationState(long LastRow, bool IsDone);
