using Hongyan.Hub.Storage;
using Hongyan.Server.Health;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Hongyan.Server.Storage;

/// <summary>Where the server keeps what must outlive it: section <c>Storage</c> and <c>DataFolder</c>.</summary>
internal static class ConfiguredStorage
{
    private const string DefaultFolder = "data";
    private const string FileName = "hongyan.db";

    /// <summary>Registers what <c>Storage:Provider</c> names; SQLite in the data folder where it names nothing.</summary>
    /// <returns>What it is.</returns>
    /// <exception cref="HongyanStartupException">HY1013: the provider is unknown, or the connection string is missing.</exception>
    public static ServerStorage AddStorage(this WebApplicationBuilder builder)
    {
        var name = builder.Configuration["Storage:Provider"] ?? nameof(StorageProvider.Sqlite);
        if (!Enum.TryParse<StorageProvider>(name, ignoreCase: true, out var provider) || !Enum.GetNames<StorageProvider>().Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new HongyanStartupException("HY1013", $"Storage:Provider is '{name}'; this version knows Sqlite, PostgreSql and Memory.");
        if (provider == StorageProvider.Memory)
            return ServerStorage.Memory;

        // It warns that the keys are not encrypted themselves. They lie beside the database, where nobody else may look.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<WriterHealth>("writer").AddCheck<MigrationsHealth>("migrations");
        return provider == StorageProvider.PostgreSql ? AddPostgreSql(builder) : AddSqlite(builder);
    }

    private static ServerStorage AddSqlite(WebApplicationBuilder builder)
    {
        var connection = new SqliteConnectionStringBuilder(builder.Configuration["Storage:ConnectionString"]);
        var folder = FolderOf(connection.DataSource, builder.Configuration, builder.Environment);
        if (connection.DataSource.Length == 0)
            connection.DataSource = Path.Combine(folder, FileName);

        var keys = CreatePrivate(Path.Combine(folder, "keys"));
        builder.Services.AddDataProtection().SetApplicationName("Hongyan").PersistKeysToFileSystem(keys);
        builder.Services.AddSqliteStorage(connection.ConnectionString);
        builder.Services.AddOptions<SqliteStoreOptions>().Configure(options =>
        {
            options.KeepFor = builder.Configuration.GetValue("Storage:KeepFor", options.KeepFor);
            options.BusyTimeout = builder.Configuration.GetValue("Storage:BusyTimeout", options.BusyTimeout);
        });
        return new ServerStorage(StorageProvider.Sqlite, connection.ConnectionString, folder);
    }

    private static ServerStorage AddPostgreSql(WebApplicationBuilder builder)
    {
        var connectionString = builder.Configuration["Storage:ConnectionString"];
        if (string.IsNullOrEmpty(connectionString))
            throw new HongyanStartupException("HY1013", "Storage:ConnectionString is missing; for PostgreSql it looks like Host=localhost;Database=hongyan;Username=hongyan;Password=….");
        var folder = FolderOf(dataSource: "", builder.Configuration, builder.Environment);
        builder.Services.AddPostgreSqlStorage(connectionString);
        builder.Services.AddOptions<PostgreSqlStoreOptions>().Configure(options =>
        {
            options.KeepFor = builder.Configuration.GetValue("Storage:KeepFor", options.KeepFor);
            options.NodeName = builder.Configuration["Storage:NodeName"] ?? options.NodeName;
            options.Lease = builder.Configuration.GetValue("Storage:Lease", options.Lease);
            options.CommandTimeout = builder.Configuration.GetValue("Storage:CommandTimeout", options.CommandTimeout);
        });
        builder.Services.AddPostgreSqlCluster();
        return new ServerStorage(StorageProvider.PostgreSql, PostgreSqlDatabase.KeepingTime(connectionString), folder);
    }

    /// <summary>An explicit database brings its folder along; otherwise <c>DataFolder</c> says where.</summary>
    private static string FolderOf(string dataSource, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        var folder = configuration["DataFolder"];
        if (string.IsNullOrEmpty(folder))
            folder = dataSource.Length > 0 ? Path.GetDirectoryName(Path.GetFullPath(dataSource))! : DefaultFolder;
        return CreatePrivate(Path.Combine(environment.ContentRootPath, folder)).FullName;
    }

    private static DirectoryInfo CreatePrivate(string folder)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HongyanStartupException("HY1013", $"The folder {folder} cannot be made: {failure.Message} Choose another DataFolder, or let the user who runs the server write there.");
        }
    }
}
