using System.Globalization;
using Hongyan.OfficialAccount;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Testing.Tests.OfficialAccount;

public sealed class FollowerTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);

    [Theory]
    [InlineData(EncryptionMode.Plaintext)]
    [InlineData(EncryptionMode.Compatible)]
    [InlineData(EncryptionMode.Safe)]
    public async Task SaysAsync_EachMode_IsAnswered(EncryptionMode mode)
    {
        await using var host = await StartAsync(bot => bot.OnText((TextMessage message) => $"你说：{message.Content}"), ("Mode", $"{mode}"));

        Assert.Equal("你说：<你好> & 再见", await host.Follower("oSunYue").SaysAsync("<你好> & 再见"));
    }

    [Fact]
    public async Task SubscribesAsync_ByACodeOrNot_TellsTheScene()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot =>
        {
            bot.On<SubscribeEvent>((SubscribeEvent e) => $"欢迎 {e.Scene} {e.Ticket}");
            bot.On<ScanEvent>((ScanEvent e) => $"扫了 {e.Scene} {e.Ticket}");
            bot.OnUnsubscribe(() => "别走");
        });
        var sunyue = host.Follower("oSunYue");

        Assert.Equal("欢迎  ", (await sunyue.SubscribesAsync()).Text);
        Assert.Equal("欢迎 class-7 ticket-class-7", (await sunyue.SubscribesAsync("class-7")).Text);
        Assert.Equal("扫了 class-7 ticket-class-7", (await sunyue.ScansAsync("class-7")).Text);
        Assert.False((await sunyue.UnsubscribesAsync()).IsShown);
    }

    [Fact]
    public async Task SendsAsync_EachMessageKind_ArrivesWithItsFields()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot =>
        {
            bot.OnImage((ImageMessage m) => $"image {m.MediaId} {m.PictureUrl}");
            bot.OnVoice((VoiceMessage m) => $"voice {m.MediaId} {m.Format} {m.Recognition}");
            bot.OnVideo((VideoMessage m) => $"video {m.MediaId} {m.ThumbnailMediaId}");
            bot.OnLocation((LocationMessage m) => string.Create(CultureInfo.InvariantCulture, $"location {m.Latitude} {m.Longitude} {m.Label}"));
            bot.OnLink((LinkMessage m) => $"link {m.Url} {m.Title}");
            bot.OnMenuClick("help", () => "帮助");
            bot.On<LocationReportEvent>((LocationReportEvent at) => at.Latitude < 0 ? "南" : "北");
        });
        var sunyue = host.Follower("oSunYue");

        Assert.Equal("image i-1 https://pictures.invalid/0", (await sunyue.SendsImageAsync("i-1")).Text);
        Assert.Equal("voice media-voice amr 你好", (await sunyue.SendsVoiceAsync(recognition: "你好")).Text);
        Assert.Equal("voice v-1 amr ", (await sunyue.SendsVoiceAsync("v-1")).Text);
        Assert.Equal("video d-1 media-thumb", (await sunyue.SendsVideoAsync("d-1")).Text);
        Assert.Equal("location 23.1 113.2644 广州市", (await sunyue.SendsLocationAsync(23.1, 113.2644, "广州市")).Text);
        Assert.Equal("link https://example.com/x 标题", (await sunyue.SendsLinkAsync("https://example.com/x", "标题")).Text);
        Assert.Equal("帮助", (await sunyue.ClicksAsync("help")).Text);
        Assert.Equal("南", (await sunyue.ReportsLocationAsync(-33.9, 151.2)).Text);
    }

    [Fact]
    public async Task SendsAsync_EachEventKind_ArrivesAsItsRecord()
    {
        var arrived = new List<Incoming>();
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnEvent((IncomingEvent e) => arrived.Add(e)));
        var sunyue = host.Follower("oSunYue");

        var kinds = ActionKind.Of(ActionPlatform.OfficialAccount).Where(kind => kind.IsEvent).ToList();
        foreach (var kind in kinds)
            await sunyue.SendsAsync(new MemberAction(kind, []));

        Assert.DoesNotContain(arrived, incoming => incoming is UnknownEvent);
        Assert.Equal(kinds.Count, arrived.Select(incoming => incoming.GetType()).Distinct().Count());
        Assert.All(arrived, incoming => Assert.Equal("oSunYue", incoming.FromUser));
    }

    [Fact]
    public async Task SendsXmlAsync_EventOfTomorrow_ReachesTheCatchAll()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.On<UnknownEvent>((UnknownEvent e) => e.Field("Flavour")));

        Assert.Equal("荔枝", (await host.Follower("oSunYue").SendsXmlAsync("<MsgType>event</MsgType><Event>brand_new</Event><Flavour>荔枝</Flavour>")).Text);
    }

    [Fact]
    public async Task SendsAsync_RepliesOfItsOwn_AreRead()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot =>
        {
            bot.OnText("音乐", () => new MusicReply("thumb") { Title = "鸿雁", Description = "民歌", MusicUrl = "https://example.com/a.mp3", HighQualityMusicUrl = "https://example.com/b.mp3" });
            bot.OnText("人工", () => new TransferCustomerServiceReply { ServiceAccount = "kf1@test" });
        });
        var sunyue = host.Follower("oSunYue");

        var music = await sunyue.SendsAsync(MemberAction.Text("音乐"));
        var servicer = await sunyue.SendsAsync(MemberAction.Text("人工"));

        Assert.Equal((BotReplyKind.Music, "鸿雁", "民歌", "https://example.com/a.mp3", "https://example.com/b.mp3"), (music.Kind, music.Title, music.Description, music.MusicUrl, music.HighQualityMusicUrl));
        Assert.Equal((BotReplyKind.TransferToServicer, "kf1@test"), (servicer.Kind, servicer.ServiceAccount));
    }

    [Fact]
    public async Task SaysAsync_SlowHandlerOfAVerifiedAccount_AnswersByCustomerMessage()
    {
        var answer = NewAnswer();
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText("慢", () => answer.Task), isVerified: true);
        var sunyue = host.Follower("oSunYue");

        var asking = sunyue.SaysAsync("慢");
        await host.Time.WaitForTimerAsync(Budget);
        host.Time.Advance(Budget);
        Assert.Null(await asking);
        answer.SetResult("好了");

        var late = await sunyue.ReceivesAsync();
        Assert.Equal((BotReplyKind.Text, "好了"), (late.Kind, late.Text));
        Assert.Equal("oSunYue", (string?)Assert.Single(host.Platform.Calls).Body!["touser"]);
    }

    [Fact]
    public async Task SaysAsync_SlowHandlerOfAnUnverifiedAccount_IsAnsweredOnARetryOfThePlatform()
    {
        var (answer, runs) = (NewAnswer(), 0);
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText("慢", () =>
        {
            runs++;
            return answer.Task;
        }));

        var asking = host.Follower("oSunYue").SaysAsync("慢");
        host.Time.Advance(TimeSpan.FromSeconds(7));
        answer.SetResult("好了");

        Assert.Equal("好了", await asking);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task SaysAsync_HandlerOfAnUnverifiedAccountThatOutlastsTheRetries_IsAnsweredWithTheNextText()
    {
        var answer = NewAnswer();
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot =>
        {
            bot.OnText("慢", () => answer.Task);
            bot.OnText(() => "别的");
        });
        var sunyue = host.Follower("oSunYue");

        var asking = sunyue.SaysAsync("慢");
        host.Time.Advance(TimeSpan.FromSeconds(10));
        await host.Time.WaitForTimerAsync(Budget);
        host.Time.Advance(Budget);
        Assert.Contains("稍后回复", await asking, StringComparison.Ordinal);
        answer.SetResult("好了");

        Assert.Equal("好了", await sunyue.SaysAsync("好了吗"));
        Assert.Equal("别的", await sunyue.SaysAsync("好了吗"));
    }

    [Fact]
    public async Task SendAsync_AccountThatIsNotVerified_IsRefused()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText(SendByTheClientAsync));

        Assert.Equal("48001", await host.Follower("oSunYue").SaysAsync("说"));
    }

    [Fact]
    public async Task SendAsync_TwoDaysAfterThePersonsLastWords_IsRefused()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText("说", SendByTheClientAsync), isVerified: true);
        var (sunyue, other) = (host.Follower("oSunYue"), host.Follower("oOther"));
        var client = host.Services.GetRequiredKeyedService<OfficialAccountClient>("OfficialAccount");
        await sunyue.SaysAsync("你好");

        await client.CustomerMessages.SendAsync("oSunYue", new CustomerText("在吗"), serviceAccount: null, TestContext.Current.CancellationToken);
        host.Time.Skip(TimeSpan.FromHours(49));

        Assert.Equal("在吗", (await sunyue.ReceivesAsync()).Text);
        Assert.Equal("45015", await CodeAsync(() => client.CustomerMessages.SendAsync("oSunYue", new CustomerText("在吗"), serviceAccount: null, TestContext.Current.CancellationToken)));
        Assert.Equal("45015", await CodeAsync(() => client.CustomerMessages.SendAsync(other.Id, new CustomerText("在吗"), serviceAccount: null, TestContext.Current.CancellationToken)));
    }

    public static TheoryData<string, string[], int, double> Windows => new()
    {
        { "a message", ["<MsgType>text</MsgType><Content>你好</Content>"], 5, 48 * 60 },
        { "two messages", ["<MsgType>text</MsgType><Content>你好</Content>", "<MsgType>text</MsgType><Content>还在吗</Content>"], 5, 48 * 60 },
        { "a tap on a menu message", ["<MsgType>text</MsgType><Content>是</Content><bizmsgmenuid>1</bizmsgmenuid>"], 3, 1 },
        { "a click", ["<MsgType>event</MsgType><Event>CLICK</Event><EventKey>k</EventKey>"], 3, 1 },
        { "a code of the menu", ["<MsgType>event</MsgType><Event>scancode_push</Event><EventKey>k</EventKey>"], 3, 1 },
        { "following", ["<MsgType>event</MsgType><Event>subscribe</Event>"], 3, 1 },
        { "a code with a scene", ["<MsgType>event</MsgType><Event>SCAN</Event><EventKey>7</EventKey>"], 3, 1 },
        { "a click after a message", ["<MsgType>text</MsgType><Content>你好</Content>", "<MsgType>event</MsgType><Event>CLICK</Event><EventKey>k</EventKey>"], 8, 48 * 60 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task SendAsync_MoreThanAnActAllows_Is45047AndThen45015(string act, string[] documents, int messages, double minutes)
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(_ => { }, isVerified: true);
        var sunyue = host.Follower("oSunYue");
        Assert.NotEmpty(act);
        foreach (var document in documents)
            await sunyue.SendsXmlAsync(document);

        for (var number = 0; number < messages; number++)
            Assert.Equal("0", await SendAsync(host));

        Assert.Equal("45047", await SendAsync(host));
        host.Time.Skip(TimeSpan.FromMinutes(minutes));
        Assert.Equal("45015", await SendAsync(host));
    }

    [Theory]
    [InlineData("<MsgType>event</MsgType><Event>VIEW</Event><EventKey>https://example.com/</EventKey>")]
    [InlineData("<MsgType>event</MsgType><Event>unsubscribe</Event>")]
    public async Task SendAsync_AfterAnActThatOpensNothing_Is45015(string document)
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(_ => { }, isVerified: true);
        await host.Follower("oSunYue").SendsXmlAsync(document);

        Assert.Equal("45015", await SendAsync(host));
    }

    [Fact]
    public async Task SendAsync_MessageDeliveredAgain_OpensNothingAnew()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(_ => { }, isVerified: true);
        var sunyue = host.Follower("oSunYue");
        await sunyue.SendsAsync(MemberAction.Text("你好"));
        for (var number = 0; number < 5; number++)
            Assert.Equal("0", await SendAsync(host));

        await sunyue.DeliversAgainAsync();
        var again = await SendAsync(host);
        await sunyue.UnsubscribesAsync();

        Assert.Equal(("45047", "45015"), (again, await SendAsync(host)));
    }

    private static async Task<string> SendAsync(BotTestHost host)
    {
        var client = host.Services.GetRequiredKeyedService<OfficialAccountClient>("OfficialAccount");
        var failure = await Record.ExceptionAsync(() => client.CustomerMessages.SendAsync("oSunYue", new CustomerText("在吗"), serviceAccount: null, TestContext.Current.CancellationToken));
        return failure is null ? "0" : Assert.IsType<PlatformApiException>(failure).Code.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task SendsAsync_WhatAnOfficialAccountHasNot_SaysWhatItHas()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(_ => { });

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => host.Follower("oSunYue").SendsAsync(MemberAction.Event("enter_agent")));

        Assert.StartsWith("(event) enter_agent does not happen with an Official Account. What does: (text), (image), ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliversAgainAsync_AfterTheAnswer_IsOneMessageWithTheSameAnswer()
    {
        var count = 0;
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnText("计数", () => $"{++count}"));
        var sunyue = host.Follower("oSunYue");

        Assert.Equal("1", await sunyue.SaysAsync("计数"));
        Assert.Equal("1", (await sunyue.DeliversAgainAsync()).Text);
        Assert.Equal("2", await sunyue.SaysAsync("计数"));
    }

    [Fact]
    public async Task MatchesTranscriptAsync_FollowersConversation_IsPlayed()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(bot =>
        {
            bot.On<SubscribeEvent>((SubscribeEvent e) => e.Scene.Length > 0 ? $"欢迎，{e.Scene} 的同学！" : "欢迎！");
            bot.OnMenuClick("help", () => "发“成绩”查成绩。");
            bot.OnVoice((VoiceMessage voice) => $"听到了：{voice.Recognition}");
            bot.OnText("听歌", () => new MusicReply("thumb") { Title = "鸿雁" });
            bot.OnText("以后说", async (BotContext context) => await context.SendAsync("现在说", context.CancellationToken));
        }, isVerified: true);

        await host.Follower("oSunYue").MatchesTranscriptAsync("followers.txt");
    }

    [Fact]
    public async Task MatchesTranscriptAsync_EventOfAnotherPlatform_NamesThoseThatAre()
    {
        await using var host = await BotTestHost.StartOfficialAccountAsync(_ => { });
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "chat.txt");
        await File.WriteAllTextAsync(file, "> (event) click help\n< (nothing)", TestContext.Current.CancellationToken);

        var thrown = await Assert.ThrowsAsync<TranscriptFormatException>(() => host.Follower("oSunYue").MatchesTranscriptAsync(file));

        Assert.StartsWith("chat.txt, line 1: 'click' is no event. There are subscribe, unsubscribe, SCAN, LOCATION, CLICK, ", thrown.Message, StringComparison.Ordinal);
    }

    private static TaskCompletionSource<string> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task<string> SendByTheClientAsync(OfficialAccountClient client, UserRef user, CancellationToken cancellationToken) =>
        await CodeAsync(() => client.CustomerMessages.SendAsync(user.Id, new CustomerText("你好"), serviceAccount: null, cancellationToken));

    private static async Task<string> CodeAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<PlatformApiException>(call)).Code.ToString(CultureInfo.InvariantCulture);

    private static Task<BotTestHost> StartAsync(Action<Bot> routes, params (string Name, string Value)[] settings) => BotTestHost.StartApplicationAsync(builder =>
    {
        foreach (var (name, value) in settings)
            builder.Configuration[$"OfficialAccount:{name}"] = value;
        builder.AddOfficialAccount();
        var app = builder.Build();
        routes(app.MapOfficialAccount("/oa"));
        return app;
    });
}
