using System.Globalization;
using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.Server.Push;
using Hongyan.Storage;
using Hongyan.Tests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Server.Tests.Push;

/// <summary>Receipts on each database that the store has.</summary>
public sealed class StoredPushReceiptsTests
{
    private static readonly PushAnswer Accepted = new(202, """{"id":"1"}""");
    private static readonly AuditEntry Entry = new(new ConsoleUser(0, "push:test", ConsoleRole.Viewer), "push.send", "account:demo");
    private static readonly OutgoingMessage Message = new(new UserRef("demo", "zhangsan"), new TextReply("一遍"));

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Begin_TheSameName_IsRememberedWithItsAnswerUntilItIsForgotten(string provider)
    {
        using var data = new DataFolder();
        using var node = await StartAsync(data, await ConnectAsync(provider, data));
        var receipts = await ReceiptsOfAsync(node);
        var claim = new PushClaim("test", "name", "f1");

        Assert.Null(await receipts.BeginAsync(claim, answer: null, [], Entry, Cancelled));
        Assert.Equal(new PushReceipt("f1", Answer: null), await receipts.BeginAsync(claim, answer: null, [], Entry, Cancelled));
        await receipts.FinishAsync(claim, Accepted, Cancelled);
        Assert.Equal(new PushReceipt("f1", Accepted), await receipts.BeginAsync(claim with { Fingerprint = "f2" }, answer: null, [], Entry, Cancelled));
        Assert.Null(await receipts.BeginAsync(claim with { Key = "other" }, answer: null, [], Entry, Cancelled));
        await receipts.FinishAsync(claim, answer: null, Cancelled);
        Assert.Null(await receipts.BeginAsync(claim, Accepted, [], Entry, Cancelled));
        await node.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Begin_AfterADay_IsForgotten()
    {
        using var data = new DataFolder();
        using var node = await StartAsync(data, await ConnectAsync("Sqlite", data));
        var time = new MovedTime();
        var receipts = await ReceiptsOfAsync(node, time);
        var claim = new PushClaim("test", "name", "f1");
        await receipts.BeginAsync(claim, Accepted, [], Entry, Cancelled);

        time.Now += TimeSpan.FromHours(23);
        Assert.NotNull(await receipts.BeginAsync(claim, Accepted, [], Entry, Cancelled));
        time.Now += TimeSpan.FromHours(2);
        Assert.Null(await receipts.BeginAsync(claim, Accepted, [], Entry, Cancelled));
        await node.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Begin_AtTwoNodesAtOnce_SendsOnce()
    {
        using var data = new DataFolder();
        var connect = await ConnectAsync("PostgreSql", data);
        using var first = await StartAsync(data, connect);
        using var second = await StartAsync(data, connect);
        IPushReceipts[] receipts = [await ReceiptsOfAsync(first), await ReceiptsOfAsync(second)];

        for (var round = 0; round < 20; round++)
        {
            var claim = new PushClaim("test", round.ToString(CultureInfo.InvariantCulture), "f1");
            var begun = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => receipts[number % 2].BeginAsync(claim, Accepted, [Message], Entry, Cancelled)));

            Assert.Equal(1, begun.Count(earlier => earlier is null));
            Assert.All(begun.Where(earlier => earlier is not null), earlier => Assert.Equal(new PushReceipt("f1", Accepted), earlier));
        }

        await using var reader = await first.Services.GetRequiredService<StoreDatabase>().OpenReaderAsync(Cancelled);
        await using var command = reader.CreateCommand();
        command.CommandText = "select count(*) from bots_outbox";
        Assert.Equal(20, Convert.ToInt32(await command.ExecuteScalarAsync(Cancelled), CultureInfo.InvariantCulture));
        await first.StopAsync(Cancelled);
        await second.StopAsync(Cancelled);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task<Action<IServiceCollection>> ConnectAsync(string provider, DataFolder data)
    {
        if (provider == "Sqlite")
            return services => services.AddSqliteStorage($"Data Source={data.Combine("receipts.db")};Pooling=false");
        var connectionString = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        return services => services.AddPostgreSqlStorage(connectionString);
    }

    private static async Task<IHost> StartAsync(DataFolder data, Action<IServiceCollection> connect)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.ClearProviders();
        // Both nodes read what either has written.
        builder.Services.AddDataProtection().SetApplicationName("Hongyan").PersistKeysToFileSystem(Directory.CreateDirectory(data.Combine("keys")));
        builder.Services.AddBots();
        connect(builder.Services);
        var host = builder.Build();
        await host.StartAsync(Cancelled);
        return host;
    }

    private static async Task<IPushReceipts> ReceiptsOfAsync(IHost node, TimeProvider? time = null)
    {
        var receipts = new StoredPushReceipts(node.Services.GetRequiredService<IStore>(), time ?? TimeProvider.System, audit: null);
        await receipts.StartAsync(Cancelled);
        return receipts;
    }

    private sealed class MovedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddDays(20000);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
