using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

/// <summary>What goes out to the customer service and how its answers are read, and what never goes out.</summary>
public sealed class WeComCustomerServiceTests : IDisposable
{
    private const string Account = "wkSIM0001";
    private const string Customer = "wmSIM0001";

    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComCustomerService Service => _test.Client.CustomerService;

    public void Dispose() => _test.Dispose();

    private async Task<SyncedMessage> ReadAsync(string message)
    {
        _test.Platform.Answer($$"""{"errcode":0,"errmsg":"ok","next_cursor":"c1","has_more":0,"msg_list":[{{message}}]}""");
        var batches = await Service.SyncMessagesAsync(new() { OpenKfId = Account }, Cancellation).ToListAsync(Cancellation);
        return Assert.Single(Assert.Single(batches).Messages);
    }

    private async Task AssertRefusedAsync(ServiceMessage message, string field, double limit)
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Service.SendAsync(Account, Customer, message, cancellationToken: Cancellation));
        Assert.Equal((field, limit), (refusal.Field, refusal.Limit));
        Assert.Contains("document/path/94677", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_test.Platform.Calls);
    }

    [Fact]
    public async Task SendAsync_Menu_IsWrittenAsThePlatformWantsIt()
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok","msgid":"m1"}""");

        await Service.SendAsync(
            Account, Customer, new ServiceMenu { Head = "满意吗？", Items = [new ServiceMenuReply { Id = "1", Content = "满意" }] }, "m1", Cancellation);

        var expected = JsonNode.Parse("""
            {"touser":"wmSIM0001","open_kfid":"wkSIM0001","msgid":"m1","msgtype":"msgmenu",
             "msgmenu":{"head_content":"满意吗？","list":[{"type":"click","click":{"content":"满意","id":"1"}}]}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(_test.Platform.Calls[0].Text)), _test.Platform.Calls[0].Text);
    }

    [Fact]
    public async Task SendOnEventAsync_String_IsAText()
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok","msgid":"m1"}""");

        await Service.SendOnEventAsync("CODE", "欢迎！", cancellationToken: Cancellation);

        Assert.Equal("""{"code":"CODE","msgtype":"text","text":{"content":"欢迎！"}}""", _test.Platform.Calls[0].Text);
    }

    [Fact]
    public async Task SendAsync_TextOver2048Bytes_IsRefusedInsteadOfCut()
    {
        await AssertRefusedAsync(new string('汉', 683), "ServiceText.Content", 2048);
        await AssertRefusedAsync("", "ServiceText.Content", 1);
    }

    [Fact]
    public async Task SendAsync_OtherPartsTooLong_AreRefused()
    {
        await AssertRefusedAsync(new ServiceLink { Title = new string('a', 129), Url = "https://a", ThumbnailMediaId = "m" }, "ServiceLink.Title", 128);
        await AssertRefusedAsync(
            new ServiceMiniProgram { AppId = "a", Title = new string('a', 65), ThumbnailMediaId = "m", PagePath = "p" }, "ServiceMiniProgram.Title", 64);
        await AssertRefusedAsync(
            new ServiceMenu { Items = [.. Enumerable.Repeat(new ServiceMenuReply { Content = "甲" }, 11)] }, "ServiceMenu.Items", 10);
        await AssertRefusedAsync(new ServiceMenu { Items = [] }, "ServiceMenu.Items", 1);
        await AssertRefusedAsync(
            new ServiceMenu { Items = [new ServiceMenuReply { Content = new string('a', 129) }] }, "ServiceMenu.Items[0].Content", 128);
        await AssertRefusedAsync(new ServiceLocation { Latitude = 91, Longitude = 0 }, "ServiceLocation.Latitude", 90);
        await AssertRefusedAsync(new ServiceImage { MediaId = "" }, "ServiceImage.MediaId", 1);
    }

    [Theory]
    [InlineData("this-id-is-longer-than-thirty-two-bytes")]
    [InlineData("with space")]
    public async Task SendAsync_MessageIdOfAnotherForm_IsRefused(string messageId)
    {
        await Assert.ThrowsAsync<FieldLimitException>(() => Service.SendAsync(Account, Customer, "您好", messageId, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Service.AddContactWayAsync(Account, messageId, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Service.AddAccountAsync("这个名字一共有十七个字太长了啊啊啊", "m", Cancellation));
    }

    [Fact]
    public async Task SyncMessagesAsync_NumbersAsTextAndNullLists_AreRead()
    {
        _test.Platform.Answer("""{"errcode":"0","errmsg":"ok","next_cursor":"c1","has_more":"1","msg_list":null}""");
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok","has_more":0}""");

        var batches = await Service.SyncMessagesAsync(new() { OpenKfId = Account, Cursor = "c0", Token = "t" }, Cancellation).ToListAsync(Cancellation);

        // A batch without a cursor leaves it where it was.
        Assert.Equal(["c1", "c1"], batches.Select(batch => batch.NextCursor));
        Assert.All(batches, batch => Assert.Empty(batch.Messages));
        Assert.Equal("c1", (string?)JsonNode.Parse(_test.Platform.Calls[1].Text)!["cursor"]);
    }

    [Fact]
    public async Task SyncMessagesAsync_TypeOfTomorrow_KeepsWhatItCarried()
    {
        var message = await ReadAsync("""
            {"msgid":"1","open_kfid":"wkSIM0001","external_userid":"wmSIM0001","send_time":"1700000000","origin":7,"msgtype":"hologram","hologram":{"x":1}}
            """);

        Assert.Equal(("hologram", (ServiceOrigin)7, DateTimeOffset.FromUnixTimeSeconds(1700000000)), (message.MessageType, message.Origin, message.SentAt));
        Assert.Equal(1, message.Other["hologram"].GetProperty("x").GetInt32());
    }

    [Fact]
    public async Task SyncMessagesAsync_EventOfTomorrow_KeepsWhatItCarried()
    {
        var message = await ReadAsync("""
            {"msgid":"1","send_time":1700000000,"origin":4,"msgtype":"event","event":{"event_type":"beamed_up","open_kfid":"wkSIM0001","to":"ship"}}
            """);

        Assert.Equal(typeof(SyncedEvent), message.Event!.GetType());
        Assert.Equal(("beamed_up", Account, null), (message.Event.EventType, message.Event.OpenKfId, message.Event.ExternalUserId));
        Assert.Equal("ship", message.Event.Raw.GetProperty("to").GetString());
    }

    [Fact]
    public async Task SyncMessagesAsync_KnownEvent_IsItsRecordWithItsType()
    {
        var message = await ReadAsync("""
            {"msgid":"1","send_time":1700000000,"origin":4,"msgtype":"event","event":{"event_type":"msg_send_fail","open_kfid":"wkSIM0001",
             "external_userid":"wmSIM0001","fail_msgid":"m9","fail_type":13}}
            """);

        var failed = Assert.IsType<SendFailed>(message.Event);
        Assert.Equal(("msg_send_fail", "m9", (SendFailure)13, Customer), (failed.EventType, failed.MessageId, failed.Failure, failed.ExternalUserId));
    }

    [Fact]
    public async Task SyncMessagesAsync_CursorTooLong_IsRefused() =>
        await Assert.ThrowsAsync<FieldLimitException>(() =>
            Service.SyncMessagesAsync(new() { OpenKfId = Account, Cursor = new string('c', 65) }, Cancellation).ToListAsync(Cancellation).AsTask());

    [Fact]
    public async Task GetCustomersAsync_MoreThan100_TakesSeveralCalls()
    {
        _test.Platform.Otherwise = _ => FakePlatform.Json("""{"errcode":0,"errmsg":"ok","customer_list":null,"invalid_external_userid":["wmX"]}""");

        var found = await Service.GetCustomersAsync(Enumerable.Range(0, 201).Select(i => $"wm{i}"), cancellationToken: Cancellation);

        Assert.Equal([100, 100, 1], _test.Platform.Calls.Select(call => JsonNode.Parse(call.Text)!["external_userid_list"]!.AsArray().Count));
        Assert.Equal(3, found.InvalidExternalUserIds.Count);
    }
}
