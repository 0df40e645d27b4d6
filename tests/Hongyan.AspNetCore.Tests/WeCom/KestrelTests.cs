using System.Net;
using System.Net.Sockets;
using Hongyan.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.WeCom;

/// <summary>What only a real connection shows.</summary>
public sealed class KestrelTests
{
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private static PlatformEnvelope Platform => PlatformEnvelope.Official;

    private Task<string> SlowHandler()
    {
        Interlocked.Increment(ref _calls);
        _started.SetResult();
        return _answer.Task;
    }

    private static string Head(Callback callback, string rest) => $"POST /wecom{callback.Query} HTTP/1.1\r\nHost: localhost\r\n{rest}\r\n\r\n";

    [Fact]
    public async Task Post_OverHttp10_IsAnswered()
    {
        await using var host = await CallbackHost.StartKestrelAsync(bot => bot.OnText(() => "答"));
        using var connection = await RawConnection.OpenAsync(host.EndPoint);
        var callback = Platform.Seal(Plaintexts.Text("你好"));

        await connection.SendAsync($"POST /wecom{callback.Query} HTTP/1.0\r\nContent-Length: {callback.Body.Length}\r\n\r\n{callback.Body}");
        var response = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK", response, StringComparison.Ordinal);
        Assert.Equal("答", Platform.OpenReply(response[response.IndexOf("<xml>", StringComparison.Ordinal)..]).Element("Content")?.Value);
    }

    [Theory]
    [InlineData("Content-Length: 10485760")]
    [InlineData("Content-Length: 31457281")]
    [InlineData("Content-Length: 9223372036854775807")]
    public async Task Post_HugeBodyAnnounced_IsRefusedBeforeItArrives(string header)
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });
        using var connection = await RawConnection.OpenAsync(host.EndPoint);

        await connection.SendAsync(Head(Platform.Seal("x"), header));
        var response = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 413 ", response, StringComparison.Ordinal);
        AssertOneWarning(host);
    }

    [Fact]
    public async Task Put_HugeBodyAnnounced_IsRefusedWithoutReadingIt()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });
        using var connection = await RawConnection.OpenAsync(host.EndPoint);

        await connection.SendAsync("PUT /wecom HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485760\r\n\r\n");
        var response = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 405 ", response, StringComparison.Ordinal);
        AssertOneWarning(host);
        // Kestrel gives a body that it waits for five seconds, and then says so.
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("drain", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Post_ChunksWithoutEnd_AreRefusedAfterAMegabyte()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });
        using var connection = await RawConnection.OpenAsync(host.EndPoint);
        var chunk = $"10000\r\n{new string('x', 0x10000)}\r\n";

        await connection.SendAsync(Head(Platform.Seal("x"), "Transfer-Encoding: chunked"));
        for (var i = 0; i < 17; i++)
            await connection.SendAsync(chunk);
        var response = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 413 ", response, StringComparison.Ordinal);
        AssertOneWarning(host);
    }

    [Fact]
    public async Task Post_BodyOfExactlyTheLimit_IsReadWhole()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });

        using var response = await host.Client.PostAsync(new Uri("/wecom" + Platform.Seal("x").Query, UriKind.Relative),
            Callback.Xml(new byte[1024 * 1024]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Post_ServerWithAStricterLimit_IsRefusedWithOneWarning()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { },
            builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1000));

        using var response = await host.Client.PostAsync(new Uri("/wecom" + Platform.Seal("x").Query, UriKind.Relative),
            Callback.Xml(new byte[1001]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        AssertOneWarning(host);
    }

    [Fact]
    public async Task Post_ChunkThatIsNone_IsRefusedWithOneWarning()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });
        using var connection = await RawConnection.OpenAsync(host.EndPoint);

        await connection.SendAsync(Head(Platform.Seal("x"), "Transfer-Encoding: chunked") + "zz\r\n");
        var response = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        AssertOneWarning(host);
    }

    [Fact]
    public async Task Post_BodyThatEndsTooEarly_IsNoError()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });
        using var connection = await RawConnection.OpenAsync(host.EndPoint);

        await connection.SendAsync(Head(Platform.Seal("x"), "Content-Length: 1000") + "<xml>");
        connection.EndSending();
        await connection.ReadToEndAsync();

        await host.App.StopAsync(TestContext.Current.CancellationToken).SoonAsync();
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Post_ConnectionBreaksInTheBody_IsNoError()
    {
        await using var host = await CallbackHost.StartKestrelAsync(_ => { });
        using var connection = await RawConnection.OpenAsync(host.EndPoint);

        await connection.SendAsync(Head(Platform.Seal("x"), "Content-Length: 1000\r\nExpect: 100-continue"));
        // Kestrel asks for the body when our code begins to read it: from here on the read waits.
        Assert.StartsWith("HTTP/1.1 100 Continue", await connection.ReadOnceAsync(), StringComparison.Ordinal);
        await connection.SendAsync("<xml>");
        connection.Reset();

        await host.App.StopAsync(TestContext.Current.CancellationToken).SoonAsync();
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Post_PlatformHangsUpOnASlowHandler_TheRetryGetsTheAnswerAndNothingIsAnError()
    {
        await using var host = await CallbackHost.StartKestrelAsync(bot => bot.OnText(SlowHandler));
        using var hangUp = new CancellationTokenSource();
        var first = host.PostAsync(Platform.Seal(Plaintexts.Text("你好")), hangUp.Token);
        await _started.Task.SoonAsync();
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var retry = host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好")));
        _answer.SetResult("答");

        Assert.Equal("答", await retry.SoonAsync());
        Assert.Equal(1, _calls);
        await host.App.StopAsync(TestContext.Current.CancellationToken).SoonAsync();
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
        Assert.DoesNotContain(host.Log.Lines, line => line.Category.StartsWith("Hongyan", StringComparison.Ordinal) && line.Exception is not null);
    }

    [Fact]
    public async Task Stop_HandlerRuns_ClosesThePortFirstAndThenWaitsForTheHandler()
    {
        await using var host = await CallbackHost.StartKestrelAsync(bot => bot.OnText(SlowHandler));
        var endPoint = host.EndPoint;
        using var hangUp = new CancellationTokenSource();
        var first = host.PostAsync(Platform.Seal(Plaintexts.Text("你好")), hangUp.Token);
        await _started.Task.SoonAsync();
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var stopped = host.App.StopAsync(TestContext.Current.CancellationToken);
        await ClosingAsync(endPoint).SoonAsync();
        Assert.False(stopped.IsCompleted);
        _answer.SetResult("答");

        await stopped.SoonAsync();
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("were still running", StringComparison.Ordinal));
    }

    private static async Task ClosingAsync(IPEndPoint endPoint)
    {
        while (!TestContext.Current.CancellationToken.IsCancellationRequested && await IsListeningAsync(endPoint))
            await Task.Yield();
    }

    private static async Task<bool> IsListeningAsync(IPEndPoint endPoint)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void AssertOneWarning(CallbackHost host)
    {
        var line = Assert.Single(host.Complaints);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.StartsWith("Verify: account WeCom refused", line.Text, StringComparison.Ordinal);
    }
}
