using System.Collections.Concurrent;
using System.Text;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Client.Tests.Registration;

/// <summary>The client as <c>AddWeCom</c> registers it, against a platform on loopback.</summary>
public sealed class WeComClientRegistrationTests
{
    private static readonly string[] Secrets = ["secret-of-school", "secret-of-shop", "token-of-school", "token-of-shop"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddWeCom_TwoAccounts_EachHasAClientOfItsOwn()
    {
        await using var platform = await StartPlatformAsync();
        using var host = CreateHost(AddressOf(platform), new ListLoggerProvider());

        foreach (var account in new[] { "school", "shop" })
        {
            var answer = await host.Services.GetRequiredKeyedService<WeComClient>(account)
                .SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", cancellationToken: Cancellation);
            Assert.Equal($"token-of-{account}", answer.GetProperty("token").GetString());
        }
        Assert.Same(host.Services.GetRequiredKeyedService<WeComClient>("shop"), host.Services.GetRequiredKeyedService<WeComClient>("shop"));
    }

    [Fact]
    public async Task AddWeCom_EveryLogLevelOn_NoLineHoldsASecret()
    {
        await using var platform = await StartPlatformAsync();
        var logs = new ListLoggerProvider();
        using var host = CreateHost(AddressOf(platform), logs);
        var client = host.Services.GetRequiredKeyedService<WeComClient>("school");

        await client.SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", cancellationToken: Cancellation);
        await Assert.ThrowsAsync<PlatformApiException>(() => client.SendAsync(HttpMethod.Get, "/cgi-bin/refused", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<PlatformUnavailableException>(() => client.SendAsync(HttpMethod.Get, "/cgi-bin/missing", cancellationToken: Cancellation));

        Assert.Contains(logs.Lines, line => line.Contains("Fetched an access token for WeCom ww1", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task UploadAsync_ChineseName_ComesBackFromTheDownload()
    {
        await using var platform = await StartPlatformAsync();
        using var host = CreateHost(AddressOf(platform), new ListLoggerProvider());
        var media = host.Services.GetRequiredKeyedService<WeComClient>("school").Media;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("姓名,成绩"));

        var uploaded = await media.UploadAsync(MediaType.File, "期末成绩🦆.csv", content, Cancellation);
        await using var downloaded = await media.DownloadAsync(uploaded.MediaId, Cancellation);
        using var reader = new StreamReader(downloaded.Content);

        Assert.Equal("期末成绩🦆.csv", downloaded.FileName);
        Assert.Equal("姓名,成绩", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task SendAsync_Redirected_DoesNotFollow()
    {
        await using var platform = await StartPlatformAsync();
        using var host = CreateHost(AddressOf(platform), new ListLoggerProvider());

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => host.Services.GetRequiredKeyedService<WeComClient>("school")
            .SendAsync(HttpMethod.Get, "/cgi-bin/redirect", cancellationToken: Cancellation));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, failure.StatusCode);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_CertainlyDidNotArrive()
    {
        var platform = await StartPlatformAsync();
        var address = AddressOf(platform);
        await platform.DisposeAsync();
        using var host = CreateHost(address, new ListLoggerProvider());

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => host.Services.GetRequiredKeyedService<WeComClient>("school")
            .SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", cancellationToken: Cancellation));

        Assert.False(failure.MayHaveTakenEffect);
    }

    [Fact]
    public void AddWeCom_NoSecret_SaysWhichSettingIsMissing()
    {
        using var host = CreateHost("http://127.0.0.1:1", new ListLoggerProvider(), ("Accounts:school:Secret", ""));

        var missing = Assert.Throws<HongyanException>(() => host.Services.GetRequiredKeyedService<WeComClient>("school"));

        Assert.StartsWith("Accounts:school:Secret is missing", missing.Message, StringComparison.Ordinal);
    }

    private static IHost CreateHost(string address, ListLoggerProvider logs, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        foreach (var account in new[] { "school", "shop" })
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"Accounts:{account}:CorpId"] = "ww1",
                [$"Accounts:{account}:AgentId"] = account == "school" ? "1000002" : "1000003",
                [$"Accounts:{account}:Secret"] = $"secret-of-{account}",
                [$"Accounts:{account}:Token"] = "callbackToken",
                [$"Accounts:{account}:EncodingAESKey"] = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
                [$"Accounts:{account}:ApiBaseAddress"] = address,
            });
            builder.AddWeCom(account, $"Accounts:{account}");
        }
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        return builder.Build();
    }

    private static string AddressOf(WebApplication platform) =>
        platform.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Just enough of the platform to see that headers and bytes survive a real connection.</summary>
    private static async Task<WebApplication> StartPlatformAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        });
        builder.Services.AddRoutingCore();
        var platform = builder.Build();
        var files = new ConcurrentDictionary<string, (string Disposition, byte[] Content)>();
        platform.UseRouting();
        platform.MapGet("/cgi-bin/gettoken", (string corpsecret) =>
            Results.Text($$"""{"errcode":0,"access_token":"{{corpsecret.Replace("secret", "token", StringComparison.Ordinal)}}","expires_in":7200}""", "application/json"));
        platform.MapGet("/cgi-bin/agent/list", (string access_token) => Results.Text($$"""{"errcode":0,"token":"{{access_token}}"}""", "application/json"));
        platform.MapGet("/cgi-bin/refused", (string access_token) =>
            Results.Text($$"""{"errcode":40003,"errmsg":"no, {{access_token}}"}""", "application/json"));
        platform.MapGet("/cgi-bin/redirect", () => Results.Redirect("/cgi-bin/agent/list?access_token=x"));
        platform.MapPost("/cgi-bin/media/upload", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = Encoding.UTF8.GetString(body.ToArray());
            var name = text.Split("filename=\"")[1].Split('"')[0];
            files["m1"] = ($"attachment; filename=\"{name}\"", Encoding.UTF8.GetBytes(text.Split("\r\n\r\n")[1].Split("\r\n--")[0]));
            return Results.Text("""{"errcode":0,"media_id":"m1","created_at":"1380000000"}""", "application/json");
        });
        platform.MapGet("/cgi-bin/media/get", (string media_id, HttpResponse response) =>
        {
            response.Headers.ContentDisposition = files[media_id].Disposition;
            return Results.Bytes(files[media_id].Content, "text/csv");
        });
        await platform.StartAsync(Cancellation);
        return platform;
    }

    private sealed class ListLoggerProvider : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
