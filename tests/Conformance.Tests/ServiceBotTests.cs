using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using CustomerBook = Hongyan.Simulator.WeCom.CustomerBook;
using DeliveryLog = Hongyan.Simulator.Deliveries.DeliveryLog;
using SampleApps = Hongyan.Simulator.WeCom.SampleApps;

namespace Hongyan.Conformance.Tests;

/// <summary>A customer is served by a bot from end to end: the callback comes in over HTTP, what the bot does goes out over HTTP.</summary>
public sealed class ServiceBotTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Account = "wkHYSIM000000000000000000000001";
    private const string Customer = "wmHYSIM000000000000000000000001";

    private readonly ConcurrentDictionary<string, string> _cursors = [];
    private readonly SemaphoreSlim _one = new(1);
    private WebApplication _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await platform.ResetAsync();
        var demo = SampleApps.Demo;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "None",
            ["WeCom:CorpId"] = demo.CorpId,
            ["WeCom:AgentId"] = "1000002",
            ["WeCom:Secret"] = demo.Secret,
            ["WeCom:Token"] = demo.Callback.Token,
            ["WeCom:EncodingAESKey"] = demo.Callback.EncodingAESKey,
            ["WeCom:ApiBaseAddress"] = platform.Address.ToString(),
        });
        builder.AddWeCom();
        _app = builder.Build();
        var bot = _app.MapWeCom("/wecom");
        bot.On<CustomerServiceEvent>((CustomerServiceEvent notice, [FromKeyedServices("WeCom")] WeComClient client, CancellationToken ct) =>
            ServeAsync(notice, client, ct));
        bot.On<ExternalContactAddedEvent>((ExternalContactAddedEvent added, [FromKeyedServices("WeCom")] WeComClient client, CancellationToken ct) =>
            client.ExternalContacts.SendWelcomeAsync(added.WelcomeCode, new WelcomeMessage { Text = $"欢迎，来自 {added.State} 的朋友" }, ct));
        await _app.StartAsync(Cancellation);
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/callback",
            new { callbackUrl = _app.Urls.First() + "/wecom", token = demo.Callback.Token, encodingAESKey = demo.Callback.EncodingAESKey });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _one.Dispose();
    }

    // Callbacks overtake each other: whoever reads holds the cursor.
    private async Task ServeAsync(CustomerServiceEvent notice, WeComClient client, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var options = new SyncOptions { OpenKfId = notice.OpenKfId, Token = notice.Token, Cursor = _cursors.GetValueOrDefault(notice.OpenKfId) };
            await foreach (var batch in client.CustomerService.SyncMessagesAsync(options, cancellationToken))
            {
                foreach (var message in batch.Messages)
                    await ServeAsync(message, client.CustomerService, cancellationToken);
                _cursors[notice.OpenKfId] = batch.NextCursor;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task ServeAsync(SyncedMessage message, WeComCustomerService service, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case { Event: SessionEntered { WelcomeCode: { } code } entered }:
                await service.SendOnEventAsync(code, $"欢迎，来自 {entered.Scene} 的朋友", cancellationToken: cancellationToken);
                break;
            case { Text.Content: "人工" }:
                var queue = await service.TransferSessionAsync(message.OpenKfId!, message.ExternalUserId!, ServiceState.Queued, cancellationToken: cancellationToken);
                await service.SendOnEventAsync(queue!, "正在为您转接人工", cancellationToken: cancellationToken);
                break;
            case { Origin: ServiceOrigin.Customer, Text: { } text }:
                await service.SendAsync(message.OpenKfId!, message.ExternalUserId!, $"您说：{text.Content}", cancellationToken: cancellationToken);
                break;
        }
    }

    private async Task<JsonNode> ActAsync(string what, object body)
    {
        var entry = (await platform.ControlAsync(HttpMethod.Post, $"/sim/service/accounts/{Account}/customers/{Customer}/{what}?wait=true", body))!;
        Assert.Equal("accepted", (string?)entry["delivery"]!["outcome"]);
        return entry;
    }

    private async Task<string> PageAsync() =>
        System.Net.WebUtility.HtmlDecode(await platform.Control.GetStringAsync(new Uri($"/kf/{Account}/{Customer}", UriKind.Relative), Cancellation));

    [Fact]
    public async Task Customer_EntersWritesAndAsksForAPerson_IsServedToTheQueue()
    {
        await ActAsync("enter", new { scene = "poster" });
        await ActAsync("messages", new { content = "课程几点？" });
        await ActAsync("messages", new { content = "人工" });

        var page = await PageAsync();

        Assert.Contains("欢迎，来自 poster 的朋友", page, StringComparison.Ordinal);
        Assert.Contains("您说：课程几点？", page, StringComparison.Ordinal);
        Assert.Contains("正在为您转接人工", page, StringComparison.Ordinal);
        var session = Assert.Single((await platform.ControlAsync(HttpMethod.Get, $"/sim/service/accounts/{Account}/sessions"))!.AsArray());
        Assert.Equal("queued", (string?)session!["state"]);
    }

    [Fact]
    public async Task Customer_AddsAMember_IsGreeted()
    {
        var sent = (await platform.ControlAsync(HttpMethod.Post, $"/sim/customers/{Customer}/members/lisi", new { state = "poster" }))!.AsArray();

        var delivery = platform.Services.GetRequiredService<DeliveryLog>().Find((long)sent[0]!["deliveryId"]!)!;
        Assert.Contains("<![CDATA[add_external_contact]]>", delivery.Plaintext, StringComparison.Ordinal);
        await WaitForGreetingAsync();
        Assert.Contains("欢迎，来自 poster 的朋友", await PageAsync(), StringComparison.Ordinal);
    }

    // The simulator tells of everything that changes, so nothing has to be asked twice.
    private async Task WaitForGreetingAsync()
    {
        var book = platform.Services.GetRequiredService<CustomerBook>();
        await using var changes = platform.Services.GetRequiredService<Simulator.Live.LiveFeed>().Listen(Cancellation).GetAsyncEnumerator(Cancellation);
        while (book.FindFollow("lisi", Customer)?.Welcome is null && await changes.MoveNextAsync())
        {
        }
    }
}
