using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Tests;

public sealed class MediaApiTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private readonly ManualTimeProvider _clock = new();
    private RunningSimulator _simulator = null!;
    private PlatformCaller _platform = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _simulator = await RunningSimulator.StartAsync(bot: null, _clock);
        _platform = new(_simulator);
        _token = await _platform.TokenAsync();
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Upload_Picture_ComesBackByteForByteToEveryApp()
    {
        var answer = await _platform.UploadAsync(_token, "image", PlatformCaller.Png, "图片.png");

        Assert.Equal(["errcode", "errmsg", "type", "media_id", "created_at"], answer.AsObject().Select(field => field.Key));
        Assert.Equal((0, "image"), ((int)answer["errcode"]!, (string?)answer["type"]));
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)answer["created_at"]);
        var other = (string)(await _platform.GetTokenAsync(secret: SampleApps.Echo.Secret))["access_token"]!;
        using var response = await _platform.DownloadAsync(other, (string)answer["media_id"]!);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(PlatformCaller.Png, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_ChineseFileName_IsRawUtf8InTheHeader()
    {
        var answer = await _platform.UploadAsync(_token, "file", "1,2,3,4"u8.ToArray(), "销售 报表.csv");
        using var utf8 = new HttpClient(new SocketsHttpHandler { ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8 });

        using var response = await utf8.GetAsync(
            new Uri(_simulator.Http.BaseAddress!, $"/cgi-bin/media/get?access_token={_token}&media_id={(string)answer["media_id"]!}"),
            TestContext.Current.CancellationToken);

        Assert.Equal("attachment; filename=\"销售 报表.csv\"", response.Content.Headers.GetValues("Content-disposition").Single());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("=?utf-8?B?5oql6KGoLmNzdg==?=", "; filename*=utf-8''%E6%8A%A5%E8%A1%A8.csv")]
    [InlineData(null, "; filename*=utf-8''%E6%8A%A5%E8%A1%A8.csv")]
    public async Task Upload_EncodedFileName_GetsAGeneratedOneAndTheLogSaysWhy(string? name, string more)
    {
        var disposition = "form-data; name=\"media\"" + (name is null ? "" : $"; filename=\"{name}\"") + more;

        var answer = await _platform.UploadAsync(_token, "file", "1,2,3,4"u8.ToArray(), "", disposition);

        Assert.Equal(0, (int)answer["errcode"]!);
        using var response = await _platform.DownloadAsync(_token, (string)answer["media_id"]!);
        Assert.Equal($"attachment; filename=\"{(string?)answer["media_id"]}.dat\"", response.Content.Headers.GetValues("Content-disposition").Single());
        var call = (await _simulator.GetAsync("/sim/calls?app=demo")).AsArray().Single(each => ((string)each!["path"]!).Contains("upload", StringComparison.Ordinal));
        Assert.Equal("uploadNameEncoded", (string?)call!["notes"]![0]!["kind"]);
    }

    [Fact]
    public async Task Upload_NameWithFolders_KeepsTheLastPart()
    {
        var answer = await _platform.UploadAsync(_token, "file", "1,2,3,4"u8.ToArray(), @"C:\temp/../a;b.csv");

        using var response = await _platform.DownloadAsync(_token, (string)answer["media_id"]!);

        Assert.Equal("attachment; filename=\"a;b.csv\"", response.Content.Headers.GetValues("Content-disposition").Single());
    }

    [Fact]
    public async Task Download_AfterThreeDays_Is40007()
    {
        var mediaId = (string)(await _platform.UploadAsync(_token, "image", PlatformCaller.Png, "a.png"))["media_id"]!;
        await _simulator.PutAsync("/sim/clock", new { advanceSeconds = (3 * 86400) - 1 });
        using var inTime = await _platform.DownloadAsync(await _platform.TokenAsync(), mediaId);
        Assert.Equal("image/png", inTime.Content.Headers.ContentType!.MediaType);

        await _simulator.PutAsync("/sim/clock", new { advanceSeconds = 1 });

        using var late = await _platform.DownloadAsync(await _platform.TokenAsync(), mediaId);
        Assert.Equal(40007, (int)(await RunningSimulator.ReadAsync(late))["errcode"]!);
    }

    [Fact]
    public async Task Download_Range_IsPartial()
    {
        var mediaId = (string)(await _platform.UploadAsync(_token, "file", "0123456789"u8.ToArray(), "a.txt"))["media_id"]!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cgi-bin/media/get?access_token={_token}&media_id={mediaId}");
        request.Headers.Range = new RangeHeaderValue(2, 4);

        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("234", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("bytes 2-4/10", response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("", 41006)]
    [InlineData("&media_id=nonsense", 40007)]
    public async Task Download_WrongMediaId_IsTheOfficialCode(string query, int code) =>
        Assert.Equal(code, (int)(await _simulator.GetAsync($"/cgi-bin/media/get?access_token={_token}{query}"))["errcode"]!);

    [Theory]
    [InlineData("image", 0)]
    [InlineData("voice", 301017)]
    [InlineData("video", 40004)]
    [InlineData("file", 0)]
    [InlineData("music", 40005)]
    [InlineData("", 40005)]
    public async Task Upload_PictureAsType_IsJudgedByContent(string type, int code) =>
        Assert.Equal(code, (int)(await _platform.UploadAsync(_token, type, PlatformCaller.Png, "a.amr"))["errcode"]!);

    [Fact]
    public async Task Upload_VideoAsImage_Is40123() =>
        Assert.Equal(40123, (int)(await _platform.UploadAsync(_token, "image", PlatformCaller.Mp4, "a.jpg"))["errcode"]!);

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 45007)]
    public async Task Upload_Voice_LastsAtMostAMinute(int seconds, int code) =>
        Assert.Equal(code, (int)(await _platform.UploadAsync(_token, "voice", PlatformCaller.Voice(seconds), "a.amr"))["errcode"]!);

    [Theory]
    [InlineData("image", 10 * Megabyte, 0)]
    [InlineData("image", (10 * Megabyte) + 1, 40009)]
    [InlineData("video", (10 * Megabyte) + 1, 45001)]
    [InlineData("file", 20 * Megabyte, 0)]
    [InlineData("file", (20 * Megabyte) + 1, 45001)]
    [InlineData("voice", (2 * Megabyte) + 1, 45001)]
    [InlineData("file", 5, 40006)]
    [InlineData("file", 6, 0)]
    [InlineData("file", 0, 44001)]
    public async Task Upload_Size_IsLimitedAsOnThePlatform(string type, int size, int code)
    {
        var start = type switch { "image" => PlatformCaller.Png, "video" => PlatformCaller.Mp4, "voice" => PlatformCaller.Amr, _ => [] };
        var file = new byte[size];
        start.CopyTo(file, 0);

        Assert.Equal(code, (int)(await _platform.UploadAsync(_token, type, file, "a.bin"))["errcode"]!);
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"a.png\"")]
    [InlineData("form-data; name=\"media\"")]
    [InlineData("form-data")]
    public async Task Upload_NoFileCalledMedia_Is44001(string disposition) =>
        Assert.Equal(44001, (int)(await _platform.UploadAsync(_token, "image", PlatformCaller.Png, "", disposition))["errcode"]!);

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("multipart/form-data", "hello")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n\r\nnever ends")]
    [InlineData("multipart/form-data; boundary=x", "hello")]
    public async Task Upload_BrokenBody_Is44001(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await _simulator.Http.PostAsync(
            new Uri($"/cgi-bin/media/upload?access_token={_token}&type=file", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((200, 44001), ((int)response.StatusCode, (int)(await RunningSimulator.ReadAsync(response))["errcode"]!));
    }

    [Fact]
    public async Task Upload_ByGet_IsRefused() =>
        Assert.Equal(43002, (int)(await _simulator.GetAsync($"/cgi-bin/media/upload?access_token={_token}&type=file"))["errcode"]!);

    [Fact]
    public async Task Upload_WrongToken_IsRefused() =>
        Assert.Equal(40014, (int)(await _platform.UploadAsync("nonsense", "image", PlatformCaller.Png, "a.png"))["errcode"]!);

    [Fact]
    public async Task Calls_AfterAnUpload_HoldNoSecret()
    {
        await _platform.UploadAsync(_token, "image", PlatformCaller.Png, "a.png");

        var calls = (await _simulator.GetAsync("/sim/calls")).AsArray();

        Assert.Equal(["/cgi-bin/media/upload?access_token=***&type=image", "/cgi-bin/gettoken?corpid=ww2075aefc195e57e9&corpsecret=***"],
            calls.Select(call => (string?)call!["path"]));
        Assert.Equal(["POST", "GET"], calls.Select(call => (string?)call!["method"]));
        Assert.All(calls, call => Assert.Equal(("demo", 200, 0), ((string?)call!["app"], (int)call["status"]!, (int)call["errCode"]!)));
        Assert.DoesNotContain(_token, calls.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await _simulator.GetAsync("/sim/calls?app=echo")).AsArray());
    }

    [Fact]
    public async Task Calls_WhileTheBotAnswers_BelongToTheDelivery()
    {
        PlatformCaller? platform = null;
        await using var bot = await FakeBot.StartAsync(async (_, _) =>
        {
            await platform!.TokenAsync();
            return BotAnswer.Empty;
        });
        await using var simulator = await RunningSimulator.StartAsync(bot);
        platform = new(simulator);

        var delivery = await simulator.SayAsync("你好");
        await platform.TokenAsync();

        var calls = (await simulator.GetAsync("/sim/calls")).AsArray();
        Assert.Null(calls[0]!["deliveryId"]);
        Assert.Equal((long)delivery["id"]!, (long)calls[1]!["deliveryId"]!);
    }

    [Fact]
    public void MediaStore_Full_ForgetsTheOldest()
    {
        var store = new MediaStore(new SimulatedClock(_clock, new LiveFeed())) { Capacity = 25 };

        var files = Enumerable.Range(0, 3).Select(_ => store.Add(MediaKind.File, "a.bin", new byte[10])).ToList();

        Assert.Null(store.Find(files[0].MediaId));
        Assert.NotNull(store.Find(files[1].MediaId));
        Assert.NotNull(store.Find(files[2].MediaId));
    }
}
