using Hongyan.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

Console.WriteLine("This project only serves dotnet ef; see Migrations.csproj.");

/// <summary>The context that dotnet ef works on.</summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SqliteStorageContext>
{
    public SqliteStorageContext CreateDbContext(string[] args) => SqliteStorageContext.For("Data Source=design.db");
}
