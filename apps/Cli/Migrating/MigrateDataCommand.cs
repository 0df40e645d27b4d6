using System.CommandLine;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Migrating;

/// <summary><c>hongyan migrate-data</c>: everything of a server on SQLite goes into an empty PostgreSQL database.</summary>
internal static class MigrateDataCommand
{
    /// <summary>Where the connection string may be instead: on the command line everybody on the machine can read the password.</summary>
    private const string Variable = "Storage__ConnectionString";

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = Texts.Get("Migrate.From"), HelpName = "FOLDER", Required = true };
        var to = new Option<string?>("--to") { Description = Texts.Get("Migrate.To"), HelpName = "CONNECTION" };
        var command = new Command("migrate-data", Texts.Get("Migrate.Description")) { from, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = parsed.InvocationConfiguration;
            try
            {
                var target = parsed.GetValue(to) ?? Environment.GetEnvironmentVariable(Variable);
                if (string.IsNullOrEmpty(target))
                    throw new InputException(Texts.Get("Migrate.NoTarget", Variable));
                using var source = MigrationSource.Open(parsed.GetValue(from)!);
                await using var migration = await DataMigration.OpenAsync(source, target, cancellationToken);
                await migration.RunAsync(configuration.Output.WriteLine, cancellationToken);
                return ExitCode.Done;
            }
            catch (InputException problem)
            {
                await configuration.Error.WriteLineAsync(problem.Message);
                return ExitCode.Unusable;
            }
        });
        return command;
    }
}
