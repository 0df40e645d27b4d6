using System.CommandLine;
using Hongyan.Cli.Resources;
using Npgsql;

namespace Hongyan.Cli.Migrating;

/// <summary><c>hongyan migrate-data</c>: from the SQLite file of one server to the PostgreSQL of several.</summary>
internal static class MigrateDataCommand
{
    /// <summary>Where the connection string may stand, because a command line is seen by everybody on the machine, and it has a password.</summary>
    private const string ConnectionStringVariable = "HONGYAN_POSTGRESQL";

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = Texts.Get("Migrate.From"), HelpName = "FILE", Required = true };
        var to = new Option<string?>("--to") { Description = Texts.Get("Migrate.To", ConnectionStringVariable), HelpName = "CONNECTION" };
        var keys = new Option<string?>("--keys") { Description = Texts.Get("Migrate.KeysFolder"), HelpName = "FOLDER" };
        var command = new Command("migrate-data", Texts.Get("Migrate.Description")) { from, to, keys };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                using var source = SqliteSource.Open(parsed.GetValue(from)!);
                var connectionString = parsed.GetValue(to) ?? Environment.GetEnvironmentVariable(ConnectionStringVariable) ?? throw new InputException(Texts.Get("Migrate.NoTarget", ConnectionStringVariable));
                await using var target = await PostgreSqlTarget.OpenAsync(connectionString, cancellationToken);
                return await TellAsync(output, error, await new DataMigration(source, target, error).RunAsync(KeysFolder(source, parsed.GetValue(keys)), cancellationToken));
            }
            catch (InputException problem)
            {
                await error.WriteLineAsync(problem.Message);
                return ExitCode.Unusable;
            }
            catch (PostgresException refusal)
            {
                await error.WriteLineAsync(Texts.Get("Migrate.Refused", refusal.MessageText));
                return ExitCode.Refused;
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException or OperationCanceledException)
            {
                await error.WriteLineAsync(Texts.Get("Migrate.Broken", failure.Message));
                return ExitCode.Unreachable;
            }
        });
        return command;
    }

    /// <exception cref="InputException">The folder that was named is not there.</exception>
    private static string? KeysFolder(SqliteSource source, string? named)
    {
        var folder = named ?? Path.Combine(Path.GetDirectoryName(source.Path)!, "keys");
        if (Directory.Exists(folder))
            return folder;
        return named is null ? null : throw new InputException(Texts.Get("Migrate.NoKeys", named));
    }

    private static async Task<int> TellAsync(TextWriter output, TextWriter error, IReadOnlyList<TableCount> counts)
    {
        foreach (var count in counts)
            await output.WriteLineAsync($"{count.Table}\t{count.Source}\t{count.Target}");
        if (counts.All(count => count.Source == count.Target))
        {
            await error.WriteLineAsync(Texts.Get("Migrate.Done"));
            return ExitCode.Done;
        }
        await error.WriteLineAsync(Texts.Get("Migrate.Differs"));
        return ExitCode.Problems;
    }
}
