using Hongyan.Storage.Sqlite;

namespace Hongyan.Server.Demo;

/// <summary>Counts in the store: a row that is committed with the message's outcome, so it is exact whatever happens to the process.</summary>
internal sealed class StoredDemoCounts(SqliteStore store, SqliteDatabase database) : IDemoCounts, IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.WriteAsync(
        db => db.Execute($"create table if not exists demo_counts (Account text not null, Person text not null, Count integer not null, primary key (Account, Person))"),
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A person's messages run one after the other, each once the last is committed, so what is read here is what is written.</summary>
    public int Count(BotContext context)
    {
        var (account, person) = context.User;
        context.OnCommit(db => db.Execute(
            $"insert into demo_counts (Account, Person, Count) values ({account}, {person}, 1) on conflict do update set Count = Count + 1"));

        using var reader = database.OpenReader();
        using var command = reader.CreateCommand();
        command.CommandText = "select Count from demo_counts where Account = $account and Person = $person";
        command.Parameters.AddWithValue("$account", account);
        command.Parameters.AddWithValue("$person", person);
        return 1 + (int)(command.ExecuteScalar() as long? ?? 0);
    }
}
