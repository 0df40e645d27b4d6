namespace Hongyan.Cli.Migrating;

/// <summary>The rows of a table, before and after.</summary>
/// <param name="Table">The table's name in SQLite.</param>
/// <param name="Source">Rows in SQLite.</param>
/// <param name="Target">Rows in PostgreSQL.</param>
internal sealed record TableCount(string Table, long Source, long Target);
