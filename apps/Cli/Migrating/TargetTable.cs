namespace Hongyan.Cli.Migrating;

/// <summary>A table of PostgreSQL that takes the rows of one of SQLite.</summary>
/// <param name="Source">The table's name in SQLite.</param>
/// <param name="Name">Its name in PostgreSQL.</param>
/// <param name="SourceColumns">The columns of SQLite.</param>
/// <param name="Columns">The columns of PostgreSQL that take them, in the same order.</param>
internal sealed record TargetTable(string Source, string Name, IReadOnlyList<string> SourceColumns, IReadOnlyList<TargetColumn> Columns);
