using Hongyan.Hub.Storage;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage.PostgreSql;
using Hongyan.Tests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>What outlives a process: the database and the keys.</summary>
internal sealed class DeskFolder : IDisposable
{
    private static readonly AsyncLocal<bool> OnPostgreSql = new();
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);
    private static readonly SqliteTemplate FileTemplate = new(database =>
    {
        database.Migrate(HubContext.HistoryTable, SqliteHubContext.For);
        database.Migrate(IssueDeskContext.HistoryTable, SqliteIssueDeskContext.For);
    });

    private readonly string _path = Directory.CreateTempSubdirectory("hongyan-desk-").FullName;
    private readonly bool _isPostgreSql = OnPostgreSql.Value || Environment.GetEnvironmentVariable("HONGYAN_TEST_STORE") == "PostgreSql";
    private string? _database;

    /// <summary>The address of the one-time link for the first administrator.</summary>
    public string SetupPath => new Uri(File.ReadAllText(Path.Combine(Location, "setup-link.txt")).Trim()).PathAndQuery;

    public string Location => _path;

    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    private string FilePath => Path.Combine(_path, "desk.db");

    private string SqliteFile => $"Data Source={FilePath}";

    /// <summary>From here on the desks of a test are on PostgreSQL. All tests are where HONGYAN_TEST_STORE=PostgreSql.</summary>
    public static void UsePostgreSql() => OnPostgreSql.Value = true;

    /// <summary>Makes the database; skips the test where this machine has none of its kind.</summary>
    public async Task PrepareAsync()
    {
        if (_isPostgreSql)
            _database ??= await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync(await Template.Value);
        else
            FileTemplate.CopyTo(FilePath);
    }

    /// <summary>Registers the store of a desk whose clock is moved by hand.</summary>
    public void Register(IServiceCollection services)
    {
        if (_database is null)
        {
            services.AddSqliteStorage(SqliteFile);
            return;
        }
        services.AddPostgreSqlStorage(_database);
        services.AddOptions<PostgreSqlStoreOptions>().Configure<TimeProvider>((options, time) => options.Clock = time);
        services.AddPostgreSqlCluster();
    }

    /// <summary>Opens the desk's tables beside it.</summary>
    public IssueDeskContext OpenDesk() => _database is null ? SqliteIssueDeskContext.For(SqliteFile) : PostgreSqlIssueDeskContext.For(_database);

    /// <summary>Opens the console's tables beside it.</summary>
    public HubContext OpenHub() => _database is null ? SqliteHubContext.For(SqliteFile) : PostgreSqlHubContext.For(_database);

    public void Dispose()
    {
        if (_database is not null)
            PostgreSqlServer.DropDatabase(_database);
        else
            SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }

    /// <summary>The tables take longer to make than to copy.</summary>
    private static async Task<string> MigrateTemplateAsync()
    {
        var template = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var database = new PostgreSqlDatabase(Microsoft.Extensions.Options.Options.Create(new PostgreSqlStoreOptions { ConnectionString = template }));
        await database.OpenAsync(CancellationToken.None);
        await database.MigrateAsync(HubContext.HistoryTable, PostgreSqlHubContext.For, CancellationToken.None);
        await database.MigrateAsync(IssueDeskContext.HistoryTable, PostgreSqlIssueDeskContext.For, CancellationToken.None);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return template;
    }
}
