using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>The same conversations, with the desk's tables in PostgreSQL.</summary>
public sealed class PostgreSqlDialogueTests : DialogueTests
{
    public PostgreSqlDialogueTests() => DeskFolder.UsePostgreSql();

    [Fact]
    public async Task Store_OfTheDesk_IsPostgreSql()
    {
        await using var desk = await Desk.StartAsync();
        await using var reader = desk.Store.OpenReader();

        Assert.IsType<PostgreSqlIssueDeskContext>(reader);
    }
}
