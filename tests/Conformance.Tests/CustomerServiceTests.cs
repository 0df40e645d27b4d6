using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests;

/// <summary>Customer service: accounts, servicers, sessions and messages.</summary>
public sealed class CustomerServiceTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Account = "wkHYSIM000000000000000000000001";
    private const string Customer = "wmHYSIM000000000000000000000001";
    private const string Nobody = "wmNOBODY";

    private static readonly string[] NothingButTheApplication = ["application"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComCustomerService Service => platform.Client.CustomerService;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<int> CodeOfAsync(Task call) => (await Assert.ThrowsAsync<PlatformApiException>(() => call)).Code;

    private async Task<JsonNode> ActAsync(string what, object? body = null) =>
        (await platform.ControlAsync(HttpMethod.Post, $"/sim/service/accounts/{Account}/customers/{Customer}/{what}", body ?? new { }))!;

    private Task<JsonNode> WriteAsync(string content) => ActAsync("messages", new { content });

    private async Task<JsonArray> ConversationAsync() =>
        (await platform.ControlAsync(HttpMethod.Get, $"/sim/service/accounts/{Account}/customers/{Customer}/conversation"))!.AsArray();

    private async Task<List<SyncedMessage>> SyncAsync(string? cursor = null)
    {
        var all = new List<SyncedMessage>();
        await foreach (var batch in Service.SyncMessagesAsync(new() { OpenKfId = Account, Cursor = cursor }, Cancellation))
            all.AddRange(batch.Messages);
        return all;
    }

    private async Task<string> UploadAsync()
    {
        using var content = new MemoryStream([0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3]);
        return (await platform.Client.Media.UploadAsync(MediaType.Image, "头像.png", content, Cancellation)).MediaId;
    }

    [Fact]
    public async Task Accounts_AddedChangedDeleted_AreListedAsTheyAre()
    {
        var added = await Service.AddAccountAsync("售后", await UploadAsync(), Cancellation);
        await Service.UpdateAccountAsync(added, name: "售后服务", cancellationToken: Cancellation);

        var accounts = await Service.ListAccountsAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal([("鸿雁客服", true), ("售后服务", true)], accounts.Select(account => (account.Name, account.IsManageable)));

        await Service.DeleteAccountAsync(added, Cancellation);
        Assert.Single(await Service.ListAccountsAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal(95004, await CodeOfAsync(Service.DeleteAccountAsync(added, Cancellation)));
        Assert.Equal(95000, await CodeOfAsync(Service.UpdateAccountAsync("no-account", "甲", cancellationToken: Cancellation)));
        Assert.Equal(40007, await CodeOfAsync(Service.AddAccountAsync("售后", "made-up", Cancellation)));
    }

    [Fact]
    public async Task ListAccountsAsync_MoreThanAPage_ReadsThemAll()
    {
        for (var i = 0; i < 100; i++)
            await platform.ControlAsync(HttpMethod.Post, "/sim/service/accounts", new { app = "demo", name = $"账号{i}" });

        Assert.Equal(101, await Service.ListAccountsAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Account_OfAnotherApp_IsRefusedWith48007()
    {
        var foreign = await platform.ControlAsync(HttpMethod.Post, "/sim/service/accounts", new { app = "echo", name = "别人的" });

        Assert.Equal(48007, await CodeOfAsync(Service.ListServicersAsync((string)foreign!["openKfId"]!, Cancellation)));
    }

    [Fact]
    public async Task AddContactWayAsync_WithScene_LeadsToThePhone()
    {
        var link = await Service.AddContactWayAsync(Account, "poster-a", Cancellation);

        using var page = await platform.Control.GetAsync(link, Cancellation);
        Assert.True(page.IsSuccessStatusCode);
        Assert.Contains("poster-a", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(95004, await CodeOfAsync(Service.AddContactWayAsync("wk-none", null, Cancellation)));
    }

    [Fact]
    public async Task Servicers_AddedAndRemoved_TellOfEach()
    {
        var added = await Service.AddServicersAsync(Account, ["wangwei", "nobody"], [2], Cancellation);
        Assert.Equal([("wangwei", 0), ("nobody", 60111), (null, 0)], added.Select(each => (each.UserId, each.Code)));

        var listed = await Service.ListServicersAsync(Account, Cancellation);
        Assert.Equal([("zhaomin", null), ("lisi", null), ("wangwei", null), (null, (int?)2)], listed.Select(each => (each.UserId, each.DepartmentId)));
        Assert.Equal(ServicerStatus.Receiving, listed[0].Status);

        var removed = await Service.RemoveServicersAsync(Account, ["wangwei", "chenjing"], cancellationToken: Cancellation);
        Assert.Equal([true, false], removed.Select(each => each.IsDone));
        Assert.Equal(95004, await CodeOfAsync(Service.AddServicersAsync("wk-none", ["lisi"], cancellationToken: Cancellation)));
        Assert.Equal(95004, await CodeOfAsync(Service.RemoveServicersAsync("wk-none", ["lisi"], cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task Session_FromWritingToItsEnd_GoesThroughItsStates()
    {
        Assert.Equal(ServiceState.Ended, (await Service.GetSessionAsync(Account, Customer, Cancellation)).State);
        Assert.Equal(95016, await CodeOfAsync(Service.TransferSessionAsync(Account, Customer, ServiceState.Assistant, cancellationToken: Cancellation)));

        await WriteAsync("你好");
        Assert.Equal(ServiceState.Unprocessed, (await Service.GetSessionAsync(Account, Customer, Cancellation)).State);
        Assert.Null(await Service.TransferSessionAsync(Account, Customer, ServiceState.Assistant, cancellationToken: Cancellation));
        Assert.NotNull(await Service.TransferSessionAsync(Account, Customer, ServiceState.Queued, cancellationToken: Cancellation));
        Assert.Equal(95014, await CodeOfAsync(Service.TransferSessionAsync(Account, Customer, ServiceState.Servicer, "wangwei", Cancellation)));
        Assert.NotNull(await Service.TransferSessionAsync(Account, Customer, ServiceState.Servicer, "zhaomin", Cancellation));
        var session = await Service.GetSessionAsync(Account, Customer, Cancellation);
        Assert.Equal((ServiceState.Servicer, "zhaomin"), (session.State, session.ServicerUserId));
        Assert.Equal(95016, await CodeOfAsync(Service.TransferSessionAsync(Account, Customer, ServiceState.Queued, cancellationToken: Cancellation)));
        Assert.NotNull(await Service.TransferSessionAsync(Account, Customer, ServiceState.Ended, cancellationToken: Cancellation));
        Assert.Equal(40096, await CodeOfAsync(Service.GetSessionAsync(Account, Nobody, Cancellation)));
    }

    [Fact]
    public async Task TransferSessionAsync_ServicerHasStopped_IsRefusedWith95019()
    {
        await WriteAsync("你好");
        await platform.ControlAsync(HttpMethod.Put, $"/sim/service/accounts/{Account}/servicers/zhaomin", new { isReceiving = false });

        Assert.Equal(95019, await CodeOfAsync(Service.TransferSessionAsync(Account, Customer, ServiceState.Servicer, "zhaomin", Cancellation)));
        var changed = Assert.IsType<ServicerStatusChanged>((await SyncAsync())[^1].Event);
        Assert.Equal(("zhaomin", ServicerStatusChange.Stopped), (changed.ServicerUserId, changed.Status));
    }

    [Fact]
    public async Task SyncMessagesAsync_SmallBatches_ReadsOnFromTheCursor()
    {
        for (var i = 0; i < 5; i++)
            await WriteAsync($"第{i}条");

        var batches = await Service.SyncMessagesAsync(new() { OpenKfId = Account, BatchSize = 2 }, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([2, 2, 1], batches.Select(batch => batch.Messages.Count));
        Assert.Equal([true, true, false], batches.Select(batch => batch.HasMore));
        Assert.Equal("第4条", batches[2].Messages[0].Text!.Content);
        Assert.Equal(["第3条", "第4条"], (await SyncAsync(batches[0].NextCursor)).Skip(1).Select(message => message.Text!.Content));
        Assert.Empty(await SyncAsync(batches[^1].NextCursor));
    }

    [Fact]
    public async Task SyncMessagesAsync_WrongTokenOrCursor_IsRefused()
    {
        Assert.Equal(95007, await CodeOfAsync(
            Service.SyncMessagesAsync(new() { OpenKfId = Account, Token = "made-up" }, Cancellation).ToListAsync(Cancellation).AsTask()));
        Assert.Equal(40058, await CodeOfAsync(SyncAsync("made-up")));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("voice")]
    [InlineData("video")]
    [InlineData("file")]
    [InlineData("location")]
    [InlineData("link")]
    [InlineData("business_card")]
    [InlineData("miniprogram")]
    public async Task SyncMessagesAsync_EveryType_HasItsPart(string type)
    {
        await ActAsync("messages", new { type });

        var message = Assert.Single(await SyncAsync());

        Assert.Equal((type, ServiceOrigin.Customer, Account, Customer), (message.MessageType, message.Origin, message.OpenKfId, message.ExternalUserId));
        Assert.Empty(message.Other);
        object?[] parts =
        [
            message.Text, message.Image, message.Voice, message.Video, message.File, message.Location, message.Link, message.BusinessCard, message.MiniProgram,
        ];
        Assert.Single(parts, part => part is not null);
    }

    [Fact]
    public async Task SyncMessagesAsync_WhatServicersDo_ComesAsMessagesAndEvents()
    {
        await WriteAsync("你好");
        await Service.TransferSessionAsync(Account, Customer, ServiceState.Queued, cancellationToken: Cancellation);
        await ActAsync("accept", new { userId = "zhaomin" });
        var answer = await ActAsync("answer", new { userId = "zhaomin", message = new { content = "您好" } });
        await ActAsync("recall", new { messageId = (string)answer["messageId"]! });
        await ActAsync("transfer", new { userId = "lisi" });
        await ActAsync("end");

        var messages = await SyncAsync();

        var accepted = Assert.IsType<SessionStatusChanged>(messages[1].Event);
        Assert.Equal((SessionChange.TakenFromQueue, "zhaomin"), (accepted.Change, accepted.NewServicerUserId));
        Assert.NotNull(accepted.MessageCode);
        Assert.Equal((ServiceOrigin.Servicer, "zhaomin", "您好"), (messages[2].Origin, messages[2].ServicerUserId, messages[2].Text!.Content));
        Assert.Equal(messages[2].MessageId, Assert.IsType<MessageRecalled>(messages[3].Event).MessageId);
        var transferred = Assert.IsType<SessionStatusChanged>(messages[4].Event);
        Assert.Equal((SessionChange.Transferred, "zhaomin", "lisi"), (transferred.Change, transferred.OldServicerUserId, transferred.NewServicerUserId));
        Assert.Equal(SessionChange.Ended, Assert.IsType<SessionStatusChanged>(messages[5].Event).Change);
    }

    public static TheoryData<string> MessageTypes => [.. MessagesOfAllTypes("m").Select(message => message.GetType().Name)];

    private static List<ServiceMessage> MessagesOfAllTypes(string mediaId) =>
    [
        "您好🦆",
        new ServiceImage { MediaId = mediaId },
        new ServiceVoice { MediaId = mediaId },
        new ServiceVideo { MediaId = mediaId },
        new ServiceFile { MediaId = mediaId },
        new ServiceLink { Title = "课程表", Description = "本周", Url = "https://example.com", ThumbnailMediaId = mediaId },
        new ServiceMiniProgram { AppId = "wx1", Title = "报名", ThumbnailMediaId = mediaId, PagePath = "pages/a" },
        new ServiceMenu
        {
            Head = "您满意吗？",
            Items =
            [
                new ServiceMenuReply { Id = "1", Content = "满意" }, new ServiceMenuLink { Content = "官网", Url = "https://example.com" },
                new ServiceMenuMiniProgram { Content = "报名", AppId = "wx1", PagePath = "pages/a" }, new ServiceMenuText { Content = "谢谢" },
            ],
            Tail = "点一下就行",
        },
        new ServiceLocation { Name = "人民公园", Address = "广州市", Latitude = 23.1291, Longitude = 113.2644 },
        new ServiceAcquisitionLink { Url = "https://work.weixin.qq.com/ca/xxxx" },
        new ServiceBusinessCard { UserId = "zhaomin" },
    ];

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public async Task SendAsync_EveryType_ReachesTheCustomer(string type)
    {
        await WriteAsync("你好");
        var message = MessagesOfAllTypes(await UploadAsync()).Single(each => each.GetType().Name == type);

        var messageId = await Service.SendAsync(Account, Customer, message, "own-id_1", Cancellation);

        Assert.Equal("own-id_1", messageId);
        Assert.Equal("api", (string)(await ConversationAsync())[^1]!["origin"]!);
        using var page = await platform.Control.GetAsync(new Uri($"/kf/{Account}/{Customer}", UriKind.Relative), Cancellation);
        Assert.Contains("entry-app", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        // What the API sent is not read back.
        Assert.Single(await SyncAsync());
    }

    [Fact]
    public async Task SendAsync_SixthAnswer_IsRefusedUntilTheCustomerWritesAgain()
    {
        await WriteAsync("你好");
        for (var i = 0; i < 5; i++)
            await Service.SendAsync(Account, Customer, $"第{i}条", cancellationToken: Cancellation);

        Assert.Equal(95001, await CodeOfAsync(Service.SendAsync(Account, Customer, "第六条", cancellationToken: Cancellation)));
        await WriteAsync("还在吗");
        Assert.NotEmpty(await Service.SendAsync(Account, Customer, "在", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task SendAsync_WrongMoment_IsRefused()
    {
        Assert.Equal(95018, await CodeOfAsync(Service.SendAsync(Account, Customer, "您好", cancellationToken: Cancellation)));
        await WriteAsync("你好");
        Assert.Equal(40096, await CodeOfAsync(Service.SendAsync(Account, Nobody, "您好", cancellationToken: Cancellation)));
        await Service.TransferSessionAsync(Account, Customer, ServiceState.Queued, cancellationToken: Cancellation);
        Assert.Equal(95018, await CodeOfAsync(Service.SendAsync(Account, Customer, "您好", cancellationToken: Cancellation)));
        await platform.AdvanceAsync(TimeSpan.FromHours(48));
        Assert.Equal(95002, await CodeOfAsync(Service.SendAsync(Account, Customer, "您好", cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task SendAsync_CustomerRefuses_FailsByAnEvent()
    {
        await WriteAsync("你好");
        await platform.ControlAsync(HttpMethod.Patch, $"/sim/customers/{Customer}", new { refusesService = true });

        var messageId = await Service.SendAsync(Account, Customer, "您好", cancellationToken: Cancellation);

        var failed = Assert.IsType<SendFailed>((await SyncAsync())[^1].Event);
        Assert.Equal((messageId, SendFailure.RefusedByCustomer), (failed.MessageId, failed.Failure));
    }

    [Fact]
    public async Task SendOnEventAsync_Greeting_ServesOnceWithin20Seconds()
    {
        await ActAsync("enter", new { scene = "poster-a", sceneParameter = "floor=2" });
        var entered = Assert.IsType<SessionEntered>((await SyncAsync())[^1].Event);
        Assert.Equal(("poster-a", "floor=2", Account, Customer), (entered.Scene, entered.SceneParameter, entered.OpenKfId, entered.ExternalUserId));

        Assert.NotEmpty(await Service.SendOnEventAsync(entered.WelcomeCode!, "欢迎！", cancellationToken: Cancellation));

        Assert.Equal(40029, await CodeOfAsync(Service.SendOnEventAsync(entered.WelcomeCode!, "欢迎！", cancellationToken: Cancellation)));
        await ActAsync("enter");
        Assert.Null(Assert.IsType<SessionEntered>((await SyncAsync())[^1].Event).WelcomeCode);
        await platform.AdvanceAsync(TimeSpan.FromHours(49));
        await ActAsync("enter");
        var again = Assert.IsType<SessionEntered>((await SyncAsync())[^1].Event).WelcomeCode!;
        await platform.AdvanceAsync(TimeSpan.FromSeconds(21));
        Assert.Equal(40029, await CodeOfAsync(Service.SendOnEventAsync(again, "欢迎！", cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task SendOnEventAsync_QueueCode_TakesTextInItsStateOnly()
    {
        await WriteAsync("你好");
        var code = await Service.TransferSessionAsync(Account, Customer, ServiceState.Queued, cancellationToken: Cancellation);
        var menu = new ServiceMenu { Items = [new ServiceMenuReply { Content = "好" }] };

        Assert.Equal(40008, await CodeOfAsync(Service.SendOnEventAsync(code!, menu, cancellationToken: Cancellation)));
        Assert.NotEmpty(await Service.SendOnEventAsync(code!, "您前面还有 2 位", cancellationToken: Cancellation));

        var taken = await Service.TransferSessionAsync(Account, Customer, ServiceState.Servicer, "zhaomin", Cancellation);
        await ActAsync("end");
        Assert.Equal(95018, await CodeOfAsync(Service.SendOnEventAsync(taken!, "您好", cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task GetCustomersAsync_KnownAndUnknown_TellsThemApart()
    {
        await ActAsync("enter", new { scene = "poster-a" });

        var found = await Service.GetCustomersAsync([Customer, Nobody], withEnterSession: true, Cancellation);

        var customer = Assert.Single(found.Customers);
        Assert.Equal(("林晓", "poster-a"), (customer.Nickname, customer.EnterSession!.Scene));
        Assert.Equal([Nobody], found.InvalidExternalUserIds);
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/permissions", new { modules = NothingButTheApplication });
        Assert.Equal(48002, await CodeOfAsync(Service.GetCustomersAsync([Customer], cancellationToken: Cancellation)));
        Assert.Equal(48002, await CodeOfAsync(Service.ListAccountsAsync(Cancellation).ToListAsync(Cancellation).AsTask()));
    }
}
