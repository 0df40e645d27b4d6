using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Migrating;

/// <summary>Copies every table of a SQLite file into a database of PostgreSQL that a server has prepared and nobody has used, and counts both.</summary>
internal sealed class DataMigration(SqliteSource source, PostgreSqlTarget target, TextWriter progress)
{
    private const int RowsPerTransaction = 1000;

    /// <summary>Where the server keeps the keys of Data Protection in PostgreSQL. Its first start has put one there, so it may have rows.</summary>
    private const string KeyTable = "hub_keys";

    /// <summary>Copies what is left to copy.</summary>
    /// <param name="keys">The folder with the keys of Data Protection; null where there is none.</param>
    /// <param name="cancellationToken">Ends it between two transactions; the next call goes on there.</param>
    /// <returns>The rows of each table, in both.</returns>
    /// <exception cref="InputException">The target is not empty, not prepared, or belongs to other data.</exception>
    public async Task<IReadOnlyList<TableCount>> RunAsync(string? keys, CancellationToken cancellationToken)
    {
        var tables = await MatchAsync(cancellationToken);
        var states = await BeginAsync(tables, cancellationToken);
        await AddKeysAsync(keys, cancellationToken);
        foreach (var table in tables)
        {
            if (!states[table.Name].IsDone)
                await CopyAsync(table, states[table.Name].LastRow, cancellationToken);
        }
        var counts = new List<TableCount>();
        foreach (var table in tables)
            counts.Add(new TableCount(table.Source, source.Count(table.Source), await target.CountAsync(table.Name, cancellationToken)));
        return counts;
    }

    /// <summary>The tables in an order in which no row names one that is not there yet.</summary>
    private async Task<List<TargetTable>> MatchAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, TargetTable>();
        foreach (var name in source.TableNames())
        {
            var table = await MatchAsync(name, cancellationToken);
            found.Add(table.Name, table);
        }

        var references = await target.ReferencesAsync(cancellationToken);
        var ordered = new List<TargetTable>();
        var seen = new HashSet<string>();
        foreach (var table in found.Values)
            Visit(table.Name);
        return ordered;

        void Visit(string name)
        {
            if (!found.TryGetValue(name, out var table) || !seen.Add(name))
                return;
            foreach (var referenced in references[name])
                Visit(referenced);
            ordered.Add(table);
        }
    }

    private async Task<TargetTable> MatchAsync(string name, CancellationToken cancellationToken)
    {
#pragma warning disable CA1308 // Not for comparing: names in PostgreSQL are lower-case here.
        var targetName = name.ToLowerInvariant();
        var available = (await target.ColumnsOfAsync(targetName, cancellationToken)).ToDictionary(column => column.Name);
        if (available.Count == 0)
            throw new InputException(Texts.Get("Migrate.NoTable", targetName));
        var names = source.ColumnsOf(name);
        var columns = names.Select(column => available.GetValueOrDefault(column.ToLowerInvariant()) ?? throw new InputException(Texts.Get("Migrate.NoColumn", targetName, column))).ToList();
#pragma warning restore CA1308
        return new TargetTable(name, targetName, names, columns);
    }

    private async Task<IReadOnlyDictionary<string, MigrationState>> BeginAsync(List<TargetTable> tables, CancellationToken cancellationToken)
    {
        if (await target.FindStateAsync(cancellationToken) is { } earlier)
        {
            if (await target.FindSourceAsync(cancellationToken) != source.Path || tables.Any(table => !earlier.ContainsKey(table.Name)))
                throw new InputException(Texts.Get("Migrate.OtherSource", await target.FindSourceAsync(cancellationToken)));
            await progress.WriteLineAsync(Texts.Get(earlier.Values.All(state => state.IsDone) ? "Migrate.WasDone" : "Migrate.GoesOn"));
            return earlier;
        }
        foreach (var table in tables)
        {
            if (await target.CountAsync(table.Name, cancellationToken) is > 0 and var count)
                throw new InputException(Texts.Get("Migrate.NotEmpty", table.Name, count));
        }
        await target.BeginAsync(source.Path, tables.Select(table => table.Name), cancellationToken);
        return tables.ToDictionary(table => table.Name, _ => new MigrationState(long.MinValue, IsDone: false));
    }

    private async Task AddKeysAsync(string? folder, CancellationToken cancellationToken)
    {
        if (folder is null || (await target.ColumnsOfAsync(KeyTable, cancellationToken)).Count == 0)
            return;
        var files = Directory.GetFiles(folder, "*.xml");
        foreach (var file in files)
            await target.AddKeyAsync(Path.GetFileNameWithoutExtension(file), await File.ReadAllTextAsync(file, cancellationToken), cancellationToken);
        await progress.WriteLineAsync(Texts.Get("Migrate.Keys", files.Length));
    }

    private async Task CopyAsync(TargetTable table, long after, CancellationToken cancellationToken)
    {
        var total = source.Count(table.Source);
        var copied = await target.CountAsync(table.Name, cancellationToken);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = source.Read(table.Source, table.SourceColumns, after, RowsPerTransaction).ToList();
            await target.WriteAsync(table, rows, isLast: false, cancellationToken);
            copied += rows.Count;
            await progress.WriteLineAsync(Texts.Get("Migrate.Progress", table.Source, copied, total));
            if (rows.Count < RowsPerTransaction)
                break;
            after = rows[^1].Number;
        }
        // Done only after this: one that is killed before it would never come here again, and the first new row would meet an old number.
        await target.SetSequencesAsync(table.Name, cancellationToken);
        await target.WriteAsync(table, [], isLast: true, cancellationToken);
    }
}
