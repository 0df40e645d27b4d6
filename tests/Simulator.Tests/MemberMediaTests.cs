using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

/// <summary>What members send with files.</summary>
public sealed class MemberMediaTests : IAsyncLifetime
{
    private static readonly string[] OneSum = ["a"];
    private static readonly string[] PartsOfAPlace = ["MsgType", "Location_X", "Location_Y", "Scale", "Label"];

    private FakeBot _bot = null!;
    private RunningSimulator _simulator = null!;
    private PlatformCaller _platform = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(BotAnswer.Empty);
        _simulator = await RunningSimulator.StartAsync(_bot);
        _platform = new(_simulator);
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("png", "image", "png", "image/png")]
    [InlineData("amr", "voice", "amr", "audio/amr")]
    [InlineData("mp4", "video", "mp4", "video/mp4")]
    public async Task Upload_File_IsSniffedAndCanBeSent(string file, string type, string format, string contentType)
    {
        var uploaded = await UploadAsync(FileOf(file), "随便.bin");
        Assert.Equal((type, format, contentType), ((string?)uploaded["type"], (string?)uploaded["format"], (string?)uploaded["contentType"]));
        Assert.Equal("随便.bin", (string?)uploaded["fileName"]);

        await _simulator.ActAsync("messages", new { type, mediaId = (string?)uploaded["mediaId"] });

        var message = XElement.Parse(_bot.Received[0].Open());
        Assert.Equal(type, message.Element("MsgType")!.Value);
        using var download = await _platform.DownloadAsync(await _platform.TokenAsync(), message.Element("MediaId")!.Value);
        Assert.Equal(FileOf(file), await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Send_UploadedPicture_PicUrlShowsIt()
    {
        var uploaded = await UploadAsync(PlatformCaller.Png, "a.png");

        await _simulator.ActAsync("messages", new { type = "image", mediaId = (string?)uploaded["mediaId"] });

        var url = new Uri(XElement.Parse(_bot.Received[0].Open()).Element("PicUrl")!.Value);
        using var picture = await _simulator.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.ToString());
        Assert.Equal(PlatformCaller.Png, await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("image", "image/jpeg")]
    [InlineData("voice", "audio/amr")]
    [InlineData("video", "video/mp4")]
    public async Task Send_WithoutAFile_IsASampleThatCanBeDownloaded(string type, string contentType)
    {
        await _simulator.ActAsync("messages", new { type });

        var mediaId = XElement.Parse(_bot.Received[0].Open()).Element("MediaId")!.Value;
        using var download = await _platform.DownloadAsync(await _platform.TokenAsync(), mediaId);
        Assert.Equal(contentType, download.Content.Headers.ContentType!.ToString());
        Assert.NotEmpty(await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("hello, this is text")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    public async Task Upload_WhatMembersCannotSend_IsRefused(string text)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(text), "a.png");

        Assert.Equal((422, "media"), ((int)response.StatusCode, (string?)(await RunningSimulator.ReadAsync(response))["field"]));
    }

    [Fact]
    public async Task Upload_TooLarge_IsRefused()
    {
        var file = new byte[(2 * 1024 * 1024) + 1];
        PlatformCaller.Amr.CopyTo(file, 0);

        using var response = await PostAsync(file, "a.amr");

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains("2 MB", (string?)(await RunningSimulator.ReadAsync(response))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_FromAnotherSite_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sim/media");
        request.Headers.Add("Origin", "https://evil.example");
        request.Content = PlatformCaller.Multipart(PlatformCaller.Png, "form-data; name=\"media\"; filename=\"a.png\"");

        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Upload_Json_Is415()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await _simulator.Http.PostAsync(new Uri("/sim/media", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(415, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Show_FileOfABot_IsOnlySaved()
    {
        var page = "<script>alert(1)</script>"u8.ToArray();
        var mediaId = (string)(await _platform.UploadAsync(await _platform.TokenAsync(), "file", page, "网页.html"))["media_id"]!;

        using var response = await _simulator.Http.GetAsync(new Uri($"/sim/media/{mediaId}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("网页.html", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Show_Unknown_Is404()
    {
        using var response = await _simulator.Http.GetAsync(new Uri("/sim/media/nonsense", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("没有这个素材", (string?)(await RunningSimulator.ReadAsync(response))["title"]);
    }

    [Fact]
    public async Task Pictures_OfAMenuEvent_FollowAsMessagesInOrder()
    {
        var first = (string)(await UploadAsync(PlatformCaller.Png, "a.png"))["mediaId"]!;
        var second = (string)(await UploadAsync([.. PlatformCaller.Png, 9], "b.png"))["mediaId"]!;

        await _simulator.ActAsync("events", new { @event = "pic_weixin", eventKey = "upload", mediaIds = new[] { first, second } });
        await EndedAsync(3);

        var received = _bot.Received.Select(callback => XElement.Parse(callback.Open())).ToList();
        Assert.Equal([Md5(PlatformCaller.Png), Md5([.. PlatformCaller.Png, 9])], received[0].Descendants("PicMd5Sum").Select(sum => sum.Value));
        Assert.Equal([first, second], received.Skip(1).Select(message => message.Element("MediaId")!.Value));
        Assert.Equal(["event", "image", "image"], (await _simulator.ConversationAsync()).Select(entry => (string?)entry!["type"]));
    }

    [Fact]
    public async Task Pictures_NoneChosen_ASampleFollows()
    {
        await _simulator.ActAsync("events", new { @event = "pic_sysphoto" });
        await EndedAsync(2);

        Assert.Equal("image", XElement.Parse(_bot.Received[1].Open()).Element("MsgType")!.Value);
    }

    [Fact]
    public async Task Pictures_OnlyMd5Given_NothingFollows()
    {
        await _simulator.ActAsync("events", new { @event = "pic_weixin", picMd5Sums = OneSum });
        await _simulator.SayAsync("之后");

        Assert.Equal(2, _bot.Received.Count);
        Assert.Equal("a", XElement.Parse(_bot.Received[0].Open()).Descendants("PicMd5Sum").Single().Value);
    }

    [Fact]
    public async Task Pictures_NoPicture_IsRefused()
    {
        var voice = (string)(await UploadAsync(PlatformCaller.Amr, "a.amr"))["mediaId"]!;
        using var content = new StringContent($$"""{"event":"pic_weixin","mediaIds":["{{voice}}"]}""", Encoding.UTF8, "application/json");

        using var response = await _simulator.Http.PostAsync(
            new Uri("/sim/apps/demo/members/zhangsan/events", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((422, "mediaIds"), ((int)response.StatusCode, (string?)(await RunningSimulator.ReadAsync(response))["field"]));
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task Place_OfAMenuEvent_FollowsAsAMessage()
    {
        await _simulator.ActAsync("events", new { @event = "location_select", latitude = 31.5, longitude = 121.25, scale = 16, label = "外滩" });
        await EndedAsync(2);

        var message = XElement.Parse(_bot.Received[1].Open());
        Assert.Equal(
            ["location", "31.5", "121.25", "16", "外滩"],
            PartsOfAPlace.Select(name => message.Element(name)!.Value));
    }

    [Fact]
    public async Task Reply_UnknownMediaId_SaysThatThePlatformWouldNotShowIt()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Reply(BotAnswer.Plaintext("<Image><MediaId>nonsense</MediaId></Image>", type: "image")));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.SayAsync("图");

        Assert.Equal("replyMediaUnknown", (string?)delivery["attempts"]![0]!["notes"]![0]!["kind"]);
    }

    private static byte[] FileOf(string name) => name switch { "png" => PlatformCaller.Png, "amr" => PlatformCaller.Amr, _ => PlatformCaller.Mp4 };

#pragma warning disable CA5351 // The platform tells pictures by MD5; nothing is protected by it.
    private static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351

    private async Task EndedAsync(int deliveries)
    {
        while ((await _simulator.GetAsync("/sim/deliveries")).AsArray().Count(delivery => (string?)delivery!["outcome"] == "accepted") < deliveries)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private Task<HttpResponseMessage> PostAsync(byte[] file, string name) => _simulator.Http.PostAsync(
        new Uri("/sim/media", UriKind.Relative),
        PlatformCaller.Multipart(file, $"form-data; name=\"media\"; filename=\"{name}\""),
        TestContext.Current.CancellationToken);

    private async Task<JsonNode> UploadAsync(byte[] file, string name)
    {
        using var response = await PostAsync(file, name);
        var answer = await RunningSimulator.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }
}
