using System.Globalization;
using Hongyan.WeCom;

namespace Hongyan.Testing.Tests;

public sealed class MemberTests
{
    [Fact]
    public async Task SaysAsync_NoRoute_IsNull()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("ping", () => "pong"));

        Assert.Null(await host.Member("zhangsan").SaysAsync("别的"));
    }

    [Theory]
    [InlineData("你好，世界")]
    [InlineData("第一行\n第二行\n\n第四行")]
    [InlineData("  前后有空格  ")]
    [InlineData("<xml>&amp;]]><![CDATA[x]]></xml>")]
    [InlineData("👨‍👩‍👧 [微笑] \\ { } \"'")]
    public async Task SaysAsync_AnyText_ArrivesAndReturnsAsItIs(string text)
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText((TextMessage message) => $"[{message.Content}]"));

        Assert.Equal($"[{text}]", await host.Member("zhangsan").SaysAsync(text));
    }

    [Fact]
    public async Task SaysAsync_TextThatXmlCannotCarry_IsRefused()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText(() => "pong"));

        await Assert.ThrowsAsync<ArgumentException>(() => host.Member("zhangsan").SaysAsync("a\u0001b"));
    }

    [Fact]
    public async Task SaysAsync_AnswerIsAPicture_SaysSo()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText(() => new ImageReply("m-7")));

        var thrown = await Assert.ThrowsAsync<BotTestException>(() => host.Member("zhangsan").SaysAsync("图"));

        Assert.Equal("The bot answered zhangsan's \"图\" with (image) m-7, which is not a text. SendsAsync(MemberAction.Text(…)) gives the whole reply.", thrown.Message);
    }

    [Fact]
    public async Task SaysAsync_SameTextTwice_IsTwoMessages()
    {
        var count = 0;
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("计数", () => $"{++count}"));
        var zhangsan = host.Member("zhangsan");

        Assert.Equal("1", await zhangsan.SaysAsync("计数"));
        Assert.Equal("2", await zhangsan.SaysAsync("计数"));
    }

    [Fact]
    public async Task EntersAsync_TwiceInOneSecond_IsTwoEvents()
    {
        var times = new List<DateTimeOffset>();
        await using var host = await BotTestHost.StartAsync(bot => bot.On<EnterAgentEvent>((EnterAgentEvent entered) => times.Add(entered.CreatedAt)));
        var zhangsan = host.Member("zhangsan");

        await zhangsan.EntersAsync();
        await zhangsan.EntersAsync();

        Assert.Equal([host.Time.GetUtcNow(), host.Time.GetUtcNow().AddSeconds(1)], times);
    }

    [Fact]
    public async Task DeliversAgainAsync_AfterTheAnswer_IsOneMessageWithTheSameAnswer()
    {
        var count = 0;
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("计数", () => $"{++count}"));
        var zhangsan = host.Member("zhangsan");
        await zhangsan.SaysAsync("计数");

        var again = await zhangsan.DeliversAgainAsync();

        Assert.Equal("1", again.Text);
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task DeliversAgainAsync_WhileTheFirstRuns_JoinsIt()
    {
        var (count, release) = (0, new TaskCompletionSource());
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("慢", async () =>
        {
            count++;
            await release.Task;
            return "好了";
        }));
        var zhangsan = host.Member("zhangsan");

        var first = zhangsan.SaysAsync("慢");
        var second = zhangsan.DeliversAgainAsync();
        release.SetResult();

        Assert.Equal("好了", await first);
        Assert.Equal("好了", (await second).Text);
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task DeliversAgainAsync_NothingSentYet_SaysSo()
    {
        await using var host = await BotTestHost.StartAsync(_ => { });

        var thrown = await Assert.ThrowsAsync<BotTestException>(() => host.Member("zhangsan").DeliversAgainAsync());

        Assert.Equal("zhangsan has not sent anything yet, so nothing can be delivered again.", thrown.Message);
    }

    [Fact]
    public async Task SendsAsync_EachMessageKind_ArrivesWithItsFields()
    {
        await using var host = await BotTestHost.StartAsync(bot =>
        {
            bot.OnImage((ImageMessage m) => $"image {m.MediaId} {m.PictureUrl}");
            bot.OnVoice((VoiceMessage m) => $"voice {m.MediaId} {m.Format}");
            bot.OnVideo((VideoMessage m) => $"video {m.MediaId} {m.ThumbnailMediaId}");
            bot.OnLocation((LocationMessage m) => string.Create(CultureInfo.InvariantCulture, $"location {m.Latitude} {m.Longitude} {m.Scale} {m.Label}"));
            bot.OnLink((LinkMessage m) => $"link {m.Url} {m.Title} {m.Description} {m.PictureUrl}");
        });
        var zhangsan = host.Member("zhangsan");

        Assert.Equal("image i-1 https://pictures.invalid/0", (await zhangsan.SendsImageAsync("i-1")).Text);
        Assert.Equal("image media-image https://example.com/a.png", (await zhangsan.SendsAsync(MemberAction.Image().With("picUrl", "https://example.com/a.png"))).Text);
        Assert.Equal("voice v-1 amr", (await zhangsan.SendsVoiceAsync("v-1")).Text);
        Assert.Equal("video d-1 media-thumb", (await zhangsan.SendsVideoAsync("d-1")).Text);
        Assert.Equal("location 23.1 113.2644 15 广州市", (await zhangsan.SendsLocationAsync(23.1, 113.2644, "广州市")).Text);
        Assert.Equal("link https://example.com/x 标题 说明 ", (await zhangsan.SendsLinkAsync("https://example.com/x", "标题", "说明")).Text);
    }

    [Fact]
    public async Task SendsAsync_EachEventKind_ArrivesAsItsRecord()
    {
        var arrived = new List<Incoming>();
        await using var host = await BotTestHost.StartAsync(bot => bot.OnEvent((IncomingEvent e) => arrived.Add(e)));
        var zhangsan = host.Member("zhangsan");

        var kinds = ActionKind.Of(ActionPlatform.WeCom).Where(kind => kind.IsEvent).ToList();
        foreach (var kind in kinds)
            await zhangsan.SendsAsync(MemberAction.Event(kind.Name));

        Assert.DoesNotContain(arrived, incoming => incoming is UnknownEvent);
        Assert.Equal(kinds.Count, arrived.Select(incoming => incoming.GetType()).Distinct().Count());
        Assert.All(arrived.Where(incoming => incoming is not BatchJobResultEvent), incoming => Assert.Equal("zhangsan", incoming.FromUser));
        Assert.Equal("sys", Assert.Single(arrived.OfType<BatchJobResultEvent>()).FromUser);
    }

    [Fact]
    public async Task SendsAsync_EventsWithNestedFields_ArriveWhole()
    {
        var arrived = new List<Incoming>();
        await using var host = await BotTestHost.StartAsync(bot => bot.OnEvent((IncomingEvent e) => arrived.Add(e)));
        var zhangsan = host.Member("zhangsan");

        await zhangsan.SendsAsync(MemberAction.Event("template_card_event", "confirm").With("taskId", "bug-42")
            .With("question", "severity").With("option", "high").With("option", "low").With("question", "kind").With("option", "ui"));
        await zhangsan.SendsAsync(MemberAction.Event("pic_weixin", "upload").With("picMd5Sum", "00aa").With("picMd5Sum", "11bb"));
        await zhangsan.SendsAsync(MemberAction.Event("location_select", "where").With("latitude", "30.5").With("poiName", "人民公园"));
        await zhangsan.SendsAsync(MemberAction.Event("scancode_waitmsg", "scan").With("scanResult", "A-7"));

        var card = Assert.IsType<TemplateCardEvent>(arrived[0]);
        Assert.Equal(("confirm", "bug-42"), (card.Key, card.TaskId));
        Assert.Equal(["severity: high,low", "kind: ui"], card.SelectedItems.Select(item => $"{item.QuestionKey}: {string.Join(',', item.OptionIds)}"));
        var pictures = Assert.IsAssignableFrom<PictureEvent>(arrived[1]);
        Assert.Equal(2, pictures.Count);
        Assert.Equal(["00aa", "11bb"], pictures.PictureMd5s);
        var place = Assert.IsType<LocationSelectEvent>(arrived[2]);
        Assert.Equal((30.5, 113.2644, "人民公园"), (place.Latitude, place.Longitude, place.PointOfInterest));
        var scan = Assert.IsType<ScanCodeWaitEvent>(arrived[3]);
        Assert.Equal(("scan", "qrcode", "A-7"), (scan.Key, scan.ScanType, scan.ScanResult));
    }

    [Fact]
    public async Task SendsAsync_EachReplyKind_IsRead()
    {
        var card = new TextNoticeCard { MainTitle = new CardTitle("已受理", "BUG-42"), Action = CardLink.ToUrl("https://example.com/") };
        Reply[] replies =
        [
            new ImageReply("i"), new VoiceReply("v"), new VideoReply("d") { Title = "标题", Description = "说明" },
            new NewsReply(new NewsArticle { Title = "一", Url = "https://example.com/1" }, new NewsArticle { Title = "二", Description = "说明", PictureUrl = "https://example.com/2.png" }),
            new UpdateButtonReply("已提交"), new UpdateTaskCardReply("已处理"), new UpdateTemplateCardReply(card),
        ];
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("{index}", (int index) => replies[index]));
        var zhangsan = host.Member("zhangsan");
        var read = new List<BotReply>();
        for (var index = 0; index < replies.Length; index++)
            read.Add(await zhangsan.SendsAsync(MemberAction.Text(index.ToString(CultureInfo.InvariantCulture))));

        Assert.Equal((BotReplyKind.Image, "i", true), (read[0].Kind, read[0].MediaId, read[0].IsShown));
        Assert.Equal((BotReplyKind.Voice, "v"), (read[1].Kind, read[1].MediaId));
        Assert.Equal((BotReplyKind.Video, "d", "标题", "说明"), (read[2].Kind, read[2].MediaId, read[2].Title, read[2].Description));
        Assert.Equal(BotReplyKind.News, read[3].Kind);
        Assert.Equal(
            [new BotReplyArticle("一", "", "https://example.com/1", ""), new BotReplyArticle("二", "说明", "", "https://example.com/2.png")],
            read[3].Articles);
        Assert.Equal((BotReplyKind.UpdateButton, "已提交", false), (read[4].Kind, read[4].Text, read[4].IsShown));
        Assert.Equal((BotReplyKind.UpdateTaskCard, "已处理", false), (read[5].Kind, read[5].Text, read[5].IsShown));
        Assert.Equal((BotReplyKind.UpdateTemplateCard, "text_notice", "已受理", "BUG-42"), (read[6].Kind, read[6].CardType, read[6].Title, read[6].Description));
        Assert.Equal("update_template_card", read[6].Document!.Element("MsgType")!.Value);
    }

    [Fact]
    public async Task UnsubscribesAsync_Answered_IsNotShown()
    {
        await using var host = await BotTestHost.StartAsync(bot =>
        {
            bot.OnSubscribe(() => "欢迎");
            bot.OnUnsubscribe(() => "别走");
        });
        var zhangsan = host.Member("zhangsan");

        Assert.True((await zhangsan.SubscribesAsync()).IsShown);
        Assert.False((await zhangsan.UnsubscribesAsync()).IsShown);
    }

    [Fact]
    public async Task ClicksAsync_KeyOfARoute_ReachesIt()
    {
        await using var host = await BotTestHost.StartAsync(bot =>
        {
            bot.OnMenuClick("grades", () => "数学 98");
            bot.On<LocationReportEvent>((LocationReportEvent at) => at.Latitude < 0 ? "南" : "北");
        });
        var zhangsan = host.Member("zhangsan");

        Assert.Equal("数学 98", (await zhangsan.ClicksAsync("grades")).Text);
        Assert.Equal(BotReplyKind.Nothing, (await zhangsan.ClicksAsync("Grades")).Kind);
        Assert.Equal("南", (await zhangsan.ReportsLocationAsync(-33.9, 151.2)).Text);
    }

    [Fact]
    public async Task SendsXmlAsync_EventOfTomorrow_ReachesTheCatchAll()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.On<UnknownEvent>((UnknownEvent e) => e.Field("Flavour")));

        var reply = await host.Member("zhangsan").SendsXmlAsync("<MsgType>event</MsgType><Event>brand_new</Event><Flavour>荔枝</Flavour>");

        Assert.Equal("荔枝", reply.Text);
    }

    [Theory]
    [InlineData("enter_agnet", null, "There is no event 'enter_agnet'. The events are enter_agent, subscribe, ")]
    [InlineData("LOCATION", "key", "(event) LOCATION has no field 'eventKey'. It has latitude, longitude, precision.")]
    public void Event_Wrong_NamesWhatThereIs(string name, string? key, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => MemberAction.Event(name, key)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("latitude", "north", "The field 'latitude' is a number, such as 23.1291; 'north' is not.")]
    [InlineData("latitude", "1e5", "The field 'latitude' is a number, such as 23.1291; '1e5' is not.")]
    [InlineData("colour", "red", "(event) LOCATION has no field 'colour'. It has latitude, longitude, precision.")]
    public void With_WrongField_SaysWhy(string field, string value, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => MemberAction.Event("LOCATION").With(field, value)).Message, StringComparison.Ordinal);

    [Fact]
    public void With_OptionWithoutQuestionOrSameFieldTwice_SaysWhy()
    {
        var click = MemberAction.Event("click", "a");
        var card = MemberAction.Event("template_card_event");

        Assert.StartsWith("The field 'eventKey' is given twice.", Assert.Throws<ArgumentException>(() => click.With("eventKey", "b")).Message, StringComparison.Ordinal);
        Assert.StartsWith("An 'option' belongs to the 'question' before it; there is none.", Assert.Throws<ArgumentException>(() => card.With("option", "b")).Message, StringComparison.Ordinal);
    }
}
