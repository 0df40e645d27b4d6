using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hongyan.AspNetCore.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.AspNetCore.Tests.WeCom;

public sealed class TelemetryTests
{
    private static PlatformEnvelope Platform => PlatformEnvelope.Official;

    [Fact]
    public async Task Spans_OfOneCallback_AreTheWordsOfThePath()
    {
        using var spans = new RecordedSpans();
        await using var host = await CallbackHost.StartAsync(bot =>
        {
            bot.Use((context, next) => next(context));
            bot.OnText("天气 {city}", (string city) => $"{city}：晴");
        });
        host.Client.DefaultRequestHeaders.Add("traceparent", spans.TraceParent);

        Assert.Equal("杭州：晴", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("天气 杭州"))));

        Assert.Equal(
        [
            "Callback", "Decrypt in Callback", "Dedupe in Deliver", "Deliver in Callback", "Handler in Middleware", "Middleware in Deliver",
            "Parse in Callback", "Reply in Deliver", "Route in Middleware", "Verify in Callback",
        ], spans.Tree().Order(StringComparer.Ordinal));
        Assert.Equal((ActivityKind.Server, "WeCom", 200), (spans["Callback"].Kind, spans["Callback"].GetTagItem("hongyan.account"), spans["Callback"].GetTagItem("http.response.status_code")));
        Assert.Equal("text 天气 {city}", spans["Route"].GetTagItem("hongyan.route"));
        Assert.Equal("TextMessage", spans["Parse"].GetTagItem("hongyan.kind"));
        Assert.Equal("passive", spans["Deliver"].GetTagItem("hongyan.hand_over"));
        Assert.Equal(false, spans["Dedupe"].GetTagItem("hongyan.duplicate"));
        // What people write is nobody's business but theirs.
        Assert.DoesNotContain("杭州", string.Join(' ', spans.Tree().Select(word => word.Split(' ')[0]).SelectMany(name => spans[name].TagObjects).Select(tag => tag.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_HandlerThrows_SayWhichTypeAndNotWhat()
    {
        using var spans = new RecordedSpans();
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(string () => throw new InvalidOperationException("13800000001")));
        host.Client.DefaultRequestHeaders.Add("traceparent", spans.TraceParent);

        await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好")));

        Assert.Equal((ActivityStatusCode.Error, null), (spans["Handler"].Status, spans["Handler"].StatusDescription));
        Assert.Equal("System.InvalidOperationException", spans["Handler"].GetTagItem("error.type"));
        Assert.Equal("Handler in Deliver", spans.Tree().Single(word => word.StartsWith("Handler", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Spans_SignatureIsWrong_EndWithVerify()
    {
        using var spans = new RecordedSpans();
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => "好"));
        host.Client.DefaultRequestHeaders.Add("traceparent", spans.TraceParent);

        using var response = await host.PostAsync(Platform.Seal(Plaintexts.Text("你好")) with { Signature = new string('0', 40) }, TestContext.Current.CancellationToken);

        Assert.Equal(["Callback", "Verify in Callback"], spans.Tree());
        Assert.Equal(403, spans["Callback"].GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task Metrics_OfEveryOutcome_AreCountedExactly()
    {
        await using var host = await CallbackHost.StartAsync(bot =>
        {
            bot.OnText("好", () => "好");
            bot.OnText("坏", string () => throw new InvalidOperationException("bad"));
        });
        using var measured = new Measurements(host.App.Services.GetRequiredService<IMeterFactory>());
        var good = Platform.Seal(Plaintexts.Text("好", id: 1));

        await host.AnswerAsync(good);
        await host.AnswerAsync(good);
        await host.AnswerAsync(Platform.Seal(Plaintexts.Text("坏", id: 2)));
        await host.AnswerAsync(Platform.Seal(Plaintexts.Text("什么", id: 3)));
        using (await host.PostAsync(good with { Signature = new string('0', 40) }, TestContext.Current.CancellationToken))
        using (await host.Client.GetAsync(new Uri("/wecom", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Equal(
            [
                "hongyan.callbacks account=WeCom status=200: 4",
                "hongyan.callbacks account=WeCom status=400: 1",
                "hongyan.callbacks account=WeCom status=403: 1",
                "hongyan.dead_letters account=WeCom: 1",
                "hongyan.duplicates account=WeCom: 1",
                "hongyan.failures account=WeCom: 1",
                "hongyan.unmatched account=WeCom: 1",
            ], measured.Sums());
        }
        Assert.Equal((6, 3), (measured.Count("hongyan.callback.duration"), measured.Count("hongyan.handler.duration")));
        Assert.All(measured.Of("hongyan.handler.duration"), each => Assert.Equal("account=WeCom kind=TextMessage", each.Tags));
    }

    [Fact]
    public async Task Joined_DeliveryWhileTheFirstRuns_IsCountedBesideTheDuplicate()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => answer.Task));
        using var measured = new Measurements(host.App.Services.GetRequiredService<IMeterFactory>());
        var message = Platform.Seal(Plaintexts.Text("慢"));

        var first = host.AnswerAsync(message);
        await WaitAsync(() => host.App.Services.GetRequiredService<Deduplicator>().Count == 1);
        var second = host.AnswerAsync(message);
        await WaitAsync(() => measured.Count("hongyan.joined") == 1);
        answer.SetResult("终于");
        await Task.WhenAll(first, second).SoonAsync();
        await host.AnswerAsync(message);

        Assert.Equal(
            ["hongyan.callbacks account=WeCom status=200: 3", "hongyan.duplicates account=WeCom: 2", "hongyan.joined account=WeCom: 1"], measured.Sums());
        Assert.Equal(1, measured.Count("hongyan.handler.duration"));
    }

    private static async Task WaitAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Waiting.Default);
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!isSo())
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
