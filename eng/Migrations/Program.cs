using Hongyan.Hub.Storage;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

Console.WriteLine("This project only serves dotnet ef; see Migrations.csproj.");

/// <summary>The library's context, for dotnet ef.</summary>
internal sealed class DesignTimeStorage : IDesignTimeDbContextFactory<SqliteStorageContext>
{
    public SqliteStorageContext CreateDbContext(string[] args) => SqliteStorageContext.For("Data Source=design.db");
}

/// <summary>The console's context, for dotnet ef.</summary>
internal sealed class DesignTimeHub : IDesignTimeDbContextFactory<SqliteHubContext>
{
    public SqliteHubContext CreateDbContext(string[] args) => SqliteHubContext.For("Data Source=design.db");
}

/// <summary>The bug desk's context, for dotnet ef.</summary>
internal sealed class DesignTimeIssueDesk : IDesignTimeDbContextFactory<SqliteIssueDeskContext>
{
    public SqliteIssueDeskContext CreateDbContext(string[] args) => SqliteIssueDeskContext.For("Data Source=design.db");
}

/// <summary>The library's context for PostgreSQL, for dotnet ef.</summary>
internal sealed class DesignTimePostgreSqlStorage : IDesignTimeDbContextFactory<PostgreSqlStorageContext>
{
    public PostgreSqlStorageContext CreateDbContext(string[] args) => PostgreSqlStorageContext.For("Host=design");
}

/// <summary>The console's context on PostgreSQL, for dotnet ef.</summary>
internal sealed class DesignTimePostgreSqlHub : IDesignTimeDbContextFactory<PostgreSqlHubContext>
{
    public PostgreSqlHubContext CreateDbContext(string[] args) => PostgreSqlHubContext.For("Host=design");
}

/// <summary>The bug desk's context on PostgreSQL, for dotnet ef.</summary>
internal sealed class DesignTimePostgreSqlIssueDesk : IDesignTimeDbContextFactory<PostgreSqlIssueDeskContext>
{
    public PostgreSqlIssueDeskContext CreateDbContext(string[] args) => PostgreSqlIssueDeskContext.For("Host=design");
}
