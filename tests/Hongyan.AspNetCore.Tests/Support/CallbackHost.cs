using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>An application with one account, that of the official sample, under /wecom.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private CallbackHost(WebApplication app, RecordedLog log)
    {
        App = app;
        Log = log;
        Client = app.Services.GetRequiredService<IServer>() is TestServer server
            ? server.CreateClient()
            : new HttpClient { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public RecordedLog Log { get; }

    /// <summary>Where Kestrel listens.</summary>
    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public IPEndPoint EndPoint => new(IPAddress.Loopback, Address.Port);

    /// <summary>What was logged that an operator should look at.</summary>
    public IEnumerable<RecordedLog.Line> Complaints => Log.Lines.Where(line => line.Level >= LogLevel.Warning);

    public static Task<CallbackHost> StartAsync(Action<Bot> routes, Action<WebApplicationBuilder>? configure = null) =>
        StartAsync(routes, configure, builder => builder.WebHost.UseTestServer());

    public static Task<CallbackHost> StartKestrelAsync(Action<Bot> routes, Action<WebApplicationBuilder>? configure = null) =>
        StartAsync(routes, configure, builder => builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0"));

    public static WebApplicationBuilder NewBuilder(string environment, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddRouting();
        return builder;
    }

    /// <summary>The platform delivers one message: what the person reads, or null for nothing.</summary>
    public async Task<string?> AnswerAsync(Callback callback)
    {
        using var response = await PostAsync(callback);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return body.Length == 0 ? null : PlatformEnvelope.Official.OpenReply(body).Element("Content")?.Value;
    }

    public Task<HttpResponseMessage> PostAsync(Callback callback, CancellationToken hangUp = default) =>
        Client.PostAsync(new Uri("/wecom" + callback.Query, UriKind.Relative), callback.Content, hangUp);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private static async Task<CallbackHost> StartAsync(Action<Bot> routes, Action<WebApplicationBuilder>? configure, Action<WebApplicationBuilder> serve)
    {
        var builder = NewBuilder("Development",
            new("WeCom:CorpId", OfficialVector.CorpId), new("WeCom:Token", OfficialVector.Token), new("WeCom:EncodingAESKey", OfficialVector.EncodingAESKey));
        var log = new RecordedLog();
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.AddWeCom();
        configure?.Invoke(builder);
        serve(builder);

        var app = builder.Build();
        routes(app.MapWeCom("/wecom"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new CallbackHost(app, log);
    }
}
