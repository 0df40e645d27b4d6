using System.Net.Http.Headers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Benchmarks;

/// <summary>One call of the client over loopback, beside a bare HttpClient that posts the same bytes and reads the answer.</summary>
[MemoryDiagnoser]
public class ClientCall : IDisposable
{
    private const string Token = "iqvxpc41yvvz2rdw5pfs7ubpmyeuo3zmpu1eugwh1aikdj26llj5ydqmdcz4e9ew4qjuu_5bbbtnpb";

    private static readonly byte[] Answer = """{"errcode":0,"errmsg":"ok","msgid":"gOjnUcFzKXVVXsFYZhmZdFcRz_QJv1dVb7cJqN0t"}"""u8.ToArray();
    private static readonly byte[] Issued = Encoding.UTF8.GetBytes($$"""{"errcode":0,"errmsg":"ok","access_token":"{{Token}}","expires_in":7200}""");
    private static readonly Recipients Receiver = Recipients.User("zhangsan");
    private static readonly Push Text = "构建 #4711 失败：登录页白屏，请看日志。";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"touser":"zhangsan","agentid":1000002,"msgtype":"text","text":{"content":"构建 #4711 失败：登录页白屏，请看日志。"}}""");

    private WebApplication _platform = null!;
    private HttpClient _bare = null!;
    private HttpClient _ours = null!;
    private WeComClient _client = null!;
    private Uri _address = null!;

    /// <summary>A platform that says yes to everything, and two connections to it.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _platform = builder.Build();
        _platform.Run(async context =>
        {
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            var answer = context.Request.Path == "/cgi-bin/gettoken" ? Issued : Answer;
            context.Response.ContentType = "application/json; charset=UTF-8";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await _platform.StartAsync();

        _address = new Uri(_platform.Urls.First());
        _bare = new HttpClient();
        _ours = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        _client = new WeComClient(
            _ours, new WeComClientOptions { CorpId = "ww1", AgentId = 1000002, Secret = "secret", ApiBaseAddress = _address });
    }

    /// <summary>The wire and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> BareHttpClient()
    {
        using var content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var response = await _bare.PostAsync(new Uri(_address, "/cgi-bin/message/send?access_token=" + Token), content);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Checked, written, sent with its token, read.</summary>
    [Benchmark]
    public Task<SentMessage> SendMessage() => _client.Messages.SendAsync(Receiver, Text);

    /// <summary>Stops the platform.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        Dispose();
        await _platform.DisposeAsync();
    }

    /// <summary>Closes both connections.</summary>
    public void Dispose()
    {
        _bare?.Dispose();
        _ours?.Dispose();
        GC.SuppressFinalize(this);
    }
}
