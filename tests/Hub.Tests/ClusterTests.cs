using Hongyan.Hub.Cluster;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hongyan.Hub.Tests;

/// <summary>Two servers on one PostgreSQL, as people use their consoles.</summary>
public sealed class ClusterTests(TwoConsoles consoles) : IClassFixture<TwoConsoles>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private RunningConsole One => consoles.One;

    private RunningConsole Other => consoles.Other;

    [Fact]
    public async Task SignedIn_OnOneNode_IsSignedInOnTheOther()
    {
        using var admin = await SignInAsync(One);
        using var elsewhere = Other.Visit();

        // The cookie that one made, as a load balancer brings it to the other.
        foreach (System.Net.Cookie cookie in admin.Cookies.GetCookies(new Uri(One.Address, "/console/accounts")))
            elsewhere.Cookies.Add(Other.Address, new System.Net.Cookie(cookie.Name, cookie.Value, cookie.Path));
        var page = await elsewhere.GetAsync("/console/accounts");

        Assert.Equal(200, page.Status);
        Assert.Contains("admin", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_SavedOnOneNode_IsInEffectOnTheOther()
    {
        using var admin = await SignInAsync(One);
        using var elsewhere = await SignInAsync(Other);

        var saved = await admin.PostAsync("/console/issuedesk/texts/Created", "text", new() { ["text"] = "收到了，编号 {key}", ["do"] = "save" });

        Assert.Equal(302, saved.Status);
        await UntilAsync(async () => (await elsewhere.GetAsync("/console/issuedesk/texts/Created")).Html.Contains("收到了，编号 {key}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Setting_ChangedOnTheOtherNodeMeanwhile_IsNotOverwritten()
    {
        using var admin = await SignInAsync(One);
        using var elsewhere = await SignInAsync(Other);
        var open = PageClient.HiddenFieldsOf(await elsewhere.GetAsync("/console/issuedesk/texts/Created"), "text", "");
        await admin.PostAsync("/console/issuedesk/texts/Created", "text", new() { ["text"] = "先改的 {key}", ["do"] = "save" });

        var answer = await elsewhere.PostAsync("/console/issuedesk/texts/Created", new(open) { ["text"] = "后改的 {key}", ["do"] = "save" });

        Assert.NotEqual(302, answer.Status);
        Assert.Contains("先改的", (await admin.GetAsync("/console/issuedesk/texts/Created")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_PausedOnOneNode_IsPausedOnTheOther()
    {
        using var admin = await SignInAsync(One);
        using var elsewhere = await SignInAsync(Other);
        await UntilAsync(async () => (await admin.GetAsync("/console/schedules")).Html.Contains("pause:store.retention", StringComparison.Ordinal));

        await admin.PostAsync("/console/schedules", "schedules", new() { ["do"] = "pause:store.retention" });

        Assert.Contains("resume:store.retention", (await elsewhere.GetAsync("/console/schedules")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lead_ConnectionIsCut_EndsAndSomebodyLeadsAgain()
    {
        var leaders = System.Threading.Channels.Channel.CreateUnbounded<CancellationToken>();
        using var stopping = new CancellationTokenSource();
        async Task Work(CancellationToken leading)
        {
            leaders.Writer.TryWrite(leading);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, leading);
        }

        var leading = Task.WhenAll(
            One.Services.GetRequiredService<ICluster>().LeadAsync("test", Work, stopping.Token), Other.Services.GetRequiredService<ICluster>().LeadAsync("test", Work, stopping.Token));
        var first = await NextAsync(leaders.Reader);
        Assert.False(leaders.Reader.TryRead(out _));
        await consoles.CutClusterConnectionsAsync();
        var second = await NextAsync(leaders.Reader);

        await UntilAsync(() => Task.FromResult(first.IsCancellationRequested));
        Assert.False(second.IsCancellationRequested);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leading);
    }

    [Fact]
    public async Task Tell_TransactionCommitted_IsHeardByAll()
    {
        var heard = new SemaphoreSlim(0);
        using var listening = Other.Services.GetRequiredService<ICluster>().Hear("test.topic", () => heard.Release());

        await One.Services.GetRequiredService<IStore>().WriteAsync(
            db => One.Services.GetRequiredService<ICluster>().Tell(db, "test.topic"), TestContext.Current.CancellationToken);

        Assert.True(await heard.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Audit_ChangedOrDeleted_IsRefusedByTheDatabase()
    {
        using var admin = await SignInAsync(One);
        await using var connection = new NpgsqlConnection(consoles.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        foreach (var change in new[] { "update hub_audit set actor = 'x'", "delete from hub_audit", "truncate hub_audit" })
        {
#pragma warning disable CA2100 // The texts are above.
            await using var command = new NpgsqlCommand(change, connection);
#pragma warning restore CA2100
            Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Schema_Migrated_IsTheModels()
    {
        await using var db = One.Services.GetRequiredService<Storage.IHubStore>().Open();

        Assert.IsType<Storage.PostgreSqlHubContext>(db);
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Single(await ((Storage.PostgreSqlHubContext)db).Keys.ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<CancellationToken> NextAsync(System.Threading.Channels.ChannelReader<CancellationToken> leaders) =>
        await leaders.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    private static async Task<PageClient> SignInAsync(RunningConsole node)
    {
        var client = node.Visit();
        var page = await client.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "admin", ["password"] = Passwords.Good });
        Assert.Equal(302, page.Status);
        return client;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
