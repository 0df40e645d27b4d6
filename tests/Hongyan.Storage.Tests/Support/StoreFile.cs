using System.Data.Common;
using Hongyan.Storage.Sqlite;
using Hongyan.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests.Support;

/// <summary>A database file of SQLite.</summary>
internal sealed class StoreFile : TestStore
{
    private static readonly SqliteTemplate Template = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("hongyan-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "hongyan.db");

    public string ConnectionString => $"Data Source={Path}";

    public override int CommitsOfAMessage => 1;

    public override Task PrepareAsync()
    {
        Template.CopyTo(Path);
        return Task.CompletedTask;
    }

    public override void Register(IServiceCollection services, TimeProvider time) => services.AddSqliteStorage(ConnectionString);

    public override async Task KillAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SqliteWriter>().AbandonAsync();
        services.GetRequiredService<SqliteDatabase>().Dispose();
    }

    public override Task CleanOnceAsync(IServiceProvider services) => services.GetRequiredService<SqliteStore>().CleanOnceAsync(TestContext.Current.CancellationToken);

    public override IDisposable Block() => new HeldTransaction(Open());

    public override Task<string> ReadAllAsync() => File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);

    public override void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override string RefuseSql => """
        create trigger no_more before insert on bots_inbox begin select raise(abort, 'database or disk is full'); end;
        create trigger no_change before update on bots_inbox begin select raise(abort, 'database or disk is full'); end;
        """;

    protected override string AllowSql => "drop trigger if exists no_more; drop trigger if exists no_change";

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=false");
        connection.Open();
        return connection;
    }
}
