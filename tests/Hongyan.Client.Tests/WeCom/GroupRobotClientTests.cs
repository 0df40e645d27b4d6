using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

public sealed class GroupRobotClientTests : IDisposable
{
    private const string Key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakePlatform _platform = new();
    private readonly ManualTimeProvider _time = new();
    private readonly HttpClient _http;

    public GroupRobotClientTests() => _http = new HttpClient(_platform, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _platform.Dispose();
    }

    private GroupRobotClient Robot(int retries = 3)
    {
        _platform.Otherwise = _ => FakePlatform.Json("""{"errcode":0,"errmsg":"ok"}""");
        return new GroupRobotClient(_http, new GroupRobotClientOptions { Key = Key, Retries = retries }, _time);
    }

    [Fact]
    public async Task SendTextAsync_TwentyInAMinute_AreSentAtOnceAndTheNextWaits()
    {
        var robot = Robot();
        for (var number = 0; number < GroupRobotClient.MessagesPerMinute; number++)
            await robot.SendTextAsync($"{number}", cancellationToken: Cancellation);
        _time.Advance(TimeSpan.FromSeconds(10));

        var next = robot.SendTextAsync("next", cancellationToken: Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(50), await _time.PauseBeginsAsync(next, Minute).WaitAsync(TestTimeouts.Default, Cancellation));
        Assert.Equal(20, _platform.Calls.Count);
        await _time.PassPausesAsync(next, TimeSpan.FromSeconds(50)).WaitAsync(TestTimeouts.Default, Cancellation);
        await next;
        Assert.Equal(21, _platform.Calls.Count);
    }

    [Fact]
    public async Task SendTextAsync_FiftyAtOnce_NeverTwentyOneInAMinute()
    {
        var robot = Robot();
        var sentAt = new List<DateTimeOffset>();
        _platform.Otherwise = _ =>
        {
            lock (sentAt)
                sentAt.Add(_time.GetUtcNow());
            return FakePlatform.Json("""{"errcode":0}""");
        };

        var all = Task.WhenAll(Enumerable.Range(0, 50).Select(number => robot.SendTextAsync($"{number}", cancellationToken: Cancellation)));
        await _time.PassPausesAsync(all, Minute).WaitAsync(TestTimeouts.Default, Cancellation);
        await all;

        Assert.Equal(50, sentAt.Count);
        Assert.All(sentAt, first => Assert.InRange(sentAt.Count(each => each >= first && each < first + Minute), 1, 20));
    }

    [Fact]
    public async Task SendTextAsync_OthersUseTheKeyToo_WaitsForTheNextMinute()
    {
        var robot = Robot();
        _platform.Answer(FakePlatform.Error(45009, "api freq out of limit"));
        var began = _time.GetUtcNow();

        var sending = robot.SendTextAsync("hi", cancellationToken: Cancellation);
        await _time.PassPausesAsync(sending, Minute).WaitAsync(TestTimeouts.Default, Cancellation);
        await sending;

        Assert.Equal(2, _platform.Calls.Count);
        Assert.True(_time.GetUtcNow() - began >= Minute);
    }

    [Fact]
    public async Task SendTextAsync_KeyInTheAnswer_IsTakenOutOfTheException()
    {
        _platform.Answer(FakePlatform.Error(93000, $"invalid webhook url, key={Key}"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(
            () => new GroupRobotClient(_http, new GroupRobotClientOptions { Key = Key }, _time).SendTextAsync("hi", cancellationToken: Cancellation));

        Assert.Equal("POST /cgi-bin/webhook/send", refusal.Endpoint);
        Assert.DoesNotContain(Key, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendImageAsync_Picture_HasItsChecksum()
    {
        var robot = Robot();

        await robot.SendImageAsync(new byte[] { 0xFF, 0xD8, 0xFF, 1, 2, 3 }, Cancellation);

        var image = JsonNode.Parse(_platform.Calls[0].Text)!["image"]!;
        Assert.Equal("/9j/AQID", (string)image["base64"]!);
        Assert.Equal("c4683a033c59e6259889681a053819ed", (string)image["md5"]!);
    }

    [Fact]
    public async Task SendImageAsync_NoPicture_IsRefusedHere() =>
        await Assert.ThrowsAsync<MediaFormatException>(() => Robot().SendImageAsync("GIF89a"u8.ToArray(), Cancellation));

    [Fact]
    public async Task SendMarkdownAsync_TooLong_IsRefusedHere()
    {
        var refused = await Assert.ThrowsAsync<FieldLimitException>(() => Robot().SendMarkdownAsync(new string('a', 4097), Cancellation));

        Assert.Equal((4096, 4097), (refused.Limit, refused.Actual));
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task UploadAsync_Picture_IsRefusedHere() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Robot().UploadAsync(MediaType.Image, "a.png", Stream.Null, Cancellation));

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Key, "https://qyapi.weixin.qq.com/")]
    [InlineData("http://127.0.0.1:5090/cgi-bin/webhook/send?debug=1&key=" + Key, "http://127.0.0.1:5090/")]
    public void ForWebhook_Address_GivesKeyAndPlatform(string webhook, string address)
    {
        var options = GroupRobotClientOptions.ForWebhook(new Uri(webhook));

        Assert.Equal((Key, address), (options.Key, options.ApiBaseAddress.AbsoluteUri));
    }

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=")]
    [InlineData("https://qyapi.weixin.qq.com/?key=" + Key)]
    [InlineData("ftp://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Key)]
    public void ForWebhook_AnythingElse_ThrowsWithoutRepeatingIt(string webhook)
    {
        var refused = Assert.Throws<ArgumentException>(() => GroupRobotClientOptions.ForWebhook(new Uri(webhook)));

        Assert.DoesNotContain(Key, refused.Message, StringComparison.Ordinal);
    }
}
