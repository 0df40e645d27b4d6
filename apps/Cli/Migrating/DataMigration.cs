using System.Globalization;
using System.Xml.Linq;
using Hongyan.Cli.Resources;
using Npgsql;
using NpgsqlTypes;

namespace Hongyan.Cli.Migrating;

/// <summary>
/// Copies a server's data, some rows in a transaction with the note of how far it is: killed at any point, the next run goes on from there.
/// Done only once every count is right.
/// </summary>
internal sealed class DataMigration : IAsyncDisposable
{
    private const int RowsAtOnce = 2000;

    private readonly MigrationSource _source;
    private readonly MigrationTarget _target;

    private DataMigration(MigrationSource source, MigrationTarget target) => (_source, _target) = (source, target);

    /// <summary>Looks at both sides, and makes the tables.</summary>
    /// <exception cref="InputException">The target is not empty, is somebody else's, or cannot be used.</exception>
    public static async Task<DataMigration> OpenAsync(MigrationSource source, string connectionString, CancellationToken cancellationToken)
    {
        var target = await MigrationTarget.OpenAsync(connectionString, source.Path, cancellationToken);
        return new DataMigration(source, target);
    }

    /// <summary>Copies what is not copied yet, and compares.</summary>
    /// <param name="tell">Receives lines about how far it is.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <exception cref="InputException">The counts differ.</exception>
    public async Task RunAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        foreach (var table in _source.Tables)
            await CopyAsync(table, tell, cancellationToken);
        var keys = _source.ReadKeys();
        await CopyKeysAsync(keys, cancellationToken);
        tell(Texts.Get("Migrate.Keys", keys.Count));

        foreach (var table in _source.Tables)
        {
            var (there, here) = (_source.Count(table), await _target.CountAsync(table.Name, cancellationToken));
            if (there != here)
                throw new InputException(Texts.Get("Migrate.Differs", table.Name, there, here));
        }
        await _target.FinishAsync([.. _source.Tables.Select(table => table.Name)], cancellationToken);
        tell(Texts.Get("Migrate.Done"));
    }

    public ValueTask DisposeAsync() => _target.DisposeAsync();

    private async Task CopyAsync(MigratedTable table, Action<string> tell, CancellationToken cancellationToken)
    {
        var total = _source.Count(table);
        var types = await _target.TypesOfAsync(table.Name, cancellationToken);
        var (last, copied) = await _target.ProgressOfAsync(table.Name, cancellationToken);
        while (true)
        {
            var rows = ReadAfter(table, last);
            if (rows.Count == 0)
                break;
            last = (long)rows[^1][0]!;
            copied += rows.Count;
            await _target.WriteAsync(table, types, rows, (last, copied), cancellationToken);
            tell(string.Create(CultureInfo.InvariantCulture, $"{table.Name}  {copied:N0} / {total:N0}"));
        }
        if (total == 0)
            tell($"{table.Name}  0");
    }

    /// <summary>The next rows; the first value of each is its number in SQLite.</summary>
    private List<object?[]> ReadAfter(MigratedTable table, long last)
    {
        using var command = _source.Connection.CreateCommand();
#pragma warning disable CA2100 // Names of the model, which cannot be parameters.
        command.CommandText = $"select rowid, {string.Join(", ", table.Columns.Select(column => $"\"{column}\""))} from {table.Name} where rowid > $last order by rowid limit {RowsAtOnce}";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$last", last);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }
        return rows;
    }

    private Task CopyKeysAsync(IReadOnlyList<(string Name, XElement Xml)> keys, CancellationToken cancellationToken) =>
        _target.WriteKeysAsync([.. keys.Select(key => (key.Name, key.Xml.ToString(SaveOptions.DisableFormatting)))], cancellationToken);
}
