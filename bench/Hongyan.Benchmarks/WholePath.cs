using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Benchmarks;

/// <summary>
/// The whole way inside the process, without a socket: query, body, protocol, dedupe, middleware, ten routes, handler, answer. Every
/// invocation has a message of its own, because a repeated one would only join the first.
/// </summary>
[MemoryDiagnoser]
public class WholePath
{
    private const int Distinct = 1 << 15;

    private readonly JumpingClock _clock = new();
    private RequestDelegate _callback = null!;
    private WebApplication _app = null!;
    private (QueryString Query, byte[] Body)[] _callbacks = [];
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["WeCom:CorpId"] = SampleCallback.CorpId;
        builder.Configuration["WeCom:Token"] = SampleCallback.Token;
        builder.Configuration["WeCom:EncodingAESKey"] = SampleCallback.EncodingAesKey;
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.AddWeCom();
        _app = builder.Build();
        var bot = _app.MapWeCom("/wecom");
        for (var i = 0; i < 9; i++)
            bot.OnText($"命令{i} {{word}}", (string word) => word);
        bot.OnText((TextMessage message) => message.Content);
        _callback = ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate!;
        _callbacks = [.. Enumerable.Range(0, Distinct).Select(Make)];
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _app.DisposeAsync();

    [Benchmark]
    public async Task<int> Callback()
    {
        // After a round the clock jumps, so that the first round's answers are forgotten before its messages come again.
        if (++_next % Distinct == 0)
            _clock.Advance();
        var (query, body) = _callbacks[_next % Distinct];
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        http.Request.Method = "POST";
        http.Request.QueryString = query;
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.Response.Body = Stream.Null;
        await _callback(http);
        return http.Response.StatusCode;
    }

    private sealed class JumpingClock : TimeProvider
    {
        private long _jumped;

        public void Advance() => _jumped += TimestampFrequency * 3600;

        public override long GetTimestamp() => base.GetTimestamp() + _jumped;
    }

    private static (QueryString Query, byte[] Body) Make(int number)
    {
        var callback = new SampleCallback(7000000000000000001 + number);
        return (new QueryString($"?msg_signature={callback.Signature}&timestamp={SampleCallback.Timestamp}&nonce={SampleCallback.Nonce}"), callback.Body);
    }
}
