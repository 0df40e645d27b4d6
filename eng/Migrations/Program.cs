using Hongyan.IssueDesk.Storage;
using Hongyan.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

Console.WriteLine("This project only serves dotnet ef; see Migrations.csproj.");

/// <summary>The context of the libraries that dotnet ef works on.</summary>
internal sealed class StorageContexts : IDesignTimeDbContextFactory<SqliteStorageContext>
{
    public SqliteStorageContext CreateDbContext(string[] args) => SqliteStorageContext.For("Data Source=design.db");
}

/// <summary>The context of the bug desk.</summary>
internal sealed class IssueDeskContexts : IDesignTimeDbContextFactory<SqliteIssueDeskContext>
{
    public SqliteIssueDeskContext CreateDbContext(string[] args) => SqliteIssueDeskContext.For("Data Source=design.db");
}
