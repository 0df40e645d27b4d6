namespace Hongyan.Cli.Migrating;

/// <summary>One table. It has the same name in both databases; its columns are lower-case in PostgreSQL.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns as SQLite has them.</param>
internal sealed record MigratedTable(string Name, IReadOnlyList<string> Columns)
{
    /// <summary>What the demo bot counted; it makes its table by itself.</summary>
    public static MigratedTable DemoCounts { get; } = new("demo_counts", ["Account", "Person", "Count"]);
}
