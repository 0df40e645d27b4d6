using System.Globalization;
using Hongyan.Storage;
using Hongyan.Storage.PostgreSql;

namespace Hongyan.Server.Demo;

/// <summary>Counts in the store: a row that is committed with the message's outcome, so it is exact whatever happens to the process.</summary>
internal sealed class StoredDemoCounts(IStore store, StoreDatabase database) : IDemoCounts, IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.WriteAsync(db =>
    {
        // Two nodes that start together cannot both create it, not even where neither insists. It has no migration: a count that is lost is the
        // demo's alone.
        if (database is PostgreSqlDatabase)
            db.Execute($"select pg_advisory_xact_lock({0x44656D6F})");
        db.Execute($"create table if not exists demo_counts (Account text not null, Person text not null, Count bigint not null, primary key (Account, Person))");
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A person's messages run one after the other, each once the last is committed, so what is read here is what is written.</summary>
    public async Task<int> CountAsync(BotContext context, CancellationToken cancellationToken)
    {
        var (account, person) = context.User;
        context.OnCommit(db => db.Execute(
            $"insert into demo_counts (Account, Person, Count) values ({account}, {person}, 1) on conflict (Account, Person) do update set Count = demo_counts.Count + 1"));

        await using var reader = await database.OpenReaderAsync(cancellationToken);
        await using var command = reader.CreateCommand();
        command.CommandText = "select Count from demo_counts where Account = @account and Person = @person";
        foreach (var (name, value) in new[] { ("@account", account), ("@person", person) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return 1 + Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
