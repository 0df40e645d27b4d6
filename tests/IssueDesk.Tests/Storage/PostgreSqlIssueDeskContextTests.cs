using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Tests.Storage;

public sealed class PostgreSqlIssueDeskContextTests
{
    [Fact]
    public void Model_OfEachContext_HasItsMigrations()
    {
        using var postgreSql = PostgreSqlIssueDeskContext.For("Host=nobody");
        using var sqlite = SqliteIssueDeskContext.For("Data Source=:memory:");

        Assert.False(postgreSql.Database.HasPendingModelChanges());
        Assert.False(sqlite.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Schema_Migrated_HasEveryTableOfTheModel()
    {
        DeskFolder.UsePostgreSql();
        using var folder = new DeskFolder();
        await folder.PrepareAsync();
        await using var desk = folder.OpenDesk();

        foreach (var table in desk.Model.GetEntityTypes())
        {
            // Each table of the model can be read, column by column.
            var columns = string.Join(", ", table.GetProperties().Select(property => property.GetColumnName()));
#pragma warning disable EF1002 // The names are the model's own.
            await desk.Database.ExecuteSqlRawAsync($"select {columns} from {table.GetTableName()}", TestContext.Current.CancellationToken);
#pragma warning restore EF1002
        }
        Assert.Empty(await desk.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
