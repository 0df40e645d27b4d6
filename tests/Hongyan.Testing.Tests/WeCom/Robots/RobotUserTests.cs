using System.Threading.Channels;
using Hongyan.WeCom;

namespace Hongyan.Testing.Tests.WeCom.Robots;

public sealed class RobotUserTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);
    private static readonly TextNoticeCard Card = new() { MainTitle = new CardTitle("投票", "午饭"), Action = "https://example.com" };

    [Fact]
    public async Task SaysAsync_AloneAndInAGroup_IsAnsweredAlike()
    {
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText("天气 {city}", (string city, TextMessage message) => $"{city}：晴 {message.Robot!.ChatId}".TrimEnd()));
        var zhangsan = host.RobotUser("zhangsan");

        Assert.Equal("广州：晴", await zhangsan.SaysAsync("天气 广州"));
        Assert.Equal("广州：晴 项目群", await zhangsan.InGroup("项目群").SaysAsync("天气 广州"));
        Assert.Null(await zhangsan.SaysAsync("别的"));
    }

    [Theory]
    [InlineData("天气 广州", "@鸿雁 助手 天气 广州")]
    [InlineData("天气 @鸿雁 助手 广州", "天气 @鸿雁 助手 广州")]
    public async Task SaysAsync_InAGroup_MentionsTheRobotOnce(string said, string full)
    {
        var arrived = "";
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText("天气 {city}", (string city, TextMessage message) =>
        {
            arrived = message.Robot!.FullText;
            return city;
        }), robotName: "鸿雁 助手");

        Assert.Equal("广州", await host.RobotUser("zhangsan").InGroup("项目群").SaysAsync(said));
        Assert.Equal(full, arrived);
    }

    [Fact]
    public async Task SendsAsync_Pieces_AreAskedForUntilTheEnd()
    {
        var pieces = Channel.CreateUnbounded<string>();
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText(() => pieces.Reader.ReadAllAsync()));
        await pieces.Writer.WriteAsync("鸿雁", TestContext.Current.CancellationToken);

        var asking = host.RobotUser("zhangsan").SendsAsync(MemberAction.Text("问"));
        await pieces.Writer.WriteAsync("传书", TestContext.Current.CancellationToken);
        pieces.Writer.Complete();
        var reply = await asking;

        Assert.Equal((BotReplyKind.Text, "鸿雁传书", true), (reply.Kind, reply.Text, reply.IsFinished));
        Assert.Equal("鸿雁传书", reply.Snapshots[^1]);
        Assert.All(reply.Snapshots, snapshot => Assert.StartsWith(snapshot, "鸿雁传书", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendsAsync_SlowHandler_IsAnsweredInTheEnd()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText(() => answer.Task));

        var asking = host.RobotUser("zhangsan").SendsAsync(MemberAction.Text("问"));
        await host.Time.WaitForTimerAsync(Budget);
        host.Time.Advance(Budget);
        answer.SetResult("好了");

        var reply = await asking;
        Assert.Equal("好了", reply.Text);
        Assert.True(reply.IsFinished);
    }

    [Fact]
    public async Task ReceivesAsync_AnswerAfterSixMinutes_ComesThroughTheAddressOfItsChat()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText(() => answer.Task));
        var zhangsan = host.RobotUser("zhangsan").InGroup("项目群");

        var asking = zhangsan.SendsAsync(MemberAction.Text("问"));
        await host.Time.WaitForTimerAsync(Budget);
        host.Time.Advance(Budget);
        host.Time.Advance(TimeSpan.FromMinutes(6));
        var given = await asking;
        answer.SetResult("好了");

        Assert.False(given.IsFinished);
        var late = await zhangsan.ReceivesAsync();
        Assert.Equal((BotReplyKind.Text, "好了"), (late.Kind, late.Text));
        Assert.Null((string?)Assert.Single(host.Platform.Calls).Body!["touser"]);
    }

    [Fact]
    public async Task SendsAsync_WholeAnswer_HasItsPicturesItsCardAndItsFeedback()
    {
        await using var host = await BotTestHost.StartRobotAsync(bot =>
        {
            bot.OnText("日报", () => new StreamReply("一切正常。") { FeedbackId = "daily", Card = Card, Pictures = [new byte[] { 1, 2, 3 }] });
            bot.OnText("投票", () => new TemplateCardReply(Card));
        });
        var zhangsan = host.RobotUser("zhangsan");

        var report = await zhangsan.SendsAsync(MemberAction.Text("日报"));
        var vote = await zhangsan.SendsAsync(MemberAction.Text("投票"));

        Assert.Equal((BotReplyKind.Text, "一切正常。", "daily", "text_notice", "投票"), (report.Kind, report.Text, report.FeedbackId, report.CardType, report.Title));
        Assert.Equal([1, 2, 3], Assert.Single(report.Pictures).ToArray());
        Assert.Equal((BotReplyKind.TemplateCard, null, "投票", "午饭"), (vote.Kind, vote.Text, vote.Title, vote.Description));
    }

    [Fact]
    public async Task RatesAsync_AnswerWithFeedback_IsTold()
    {
        var told = new List<FeedbackEvent>();
        await using var host = await BotTestHost.StartRobotAsync(bot =>
        {
            bot.OnText(() => new StreamReply("答") { FeedbackId = "f-1" });
            bot.On<FeedbackEvent>((FeedbackEvent feedback) => told.Add(feedback));
        });
        var zhangsan = host.RobotUser("zhangsan");
        var reply = await zhangsan.SendsAsync(MemberAction.Text("问"));

        Assert.Equal(BotReplyKind.Nothing, (await zhangsan.RatesAsync(reply.FeedbackId!, RobotRating.Inaccurate, "答错了")).Kind);

        var feedback = Assert.Single(told);
        Assert.Equal(("f-1", FeedbackVerdict.Inaccurate, "答错了"), (feedback.FeedbackId, feedback.Verdict, feedback.Content));
    }

    [Fact]
    public async Task ClicksAsync_Card_IsUpdatedOrAnsweredThroughTheAddress()
    {
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.On<TemplateCardEvent>((TemplateCardEvent click) =>
            click.Key == "yes" ? (Reply)new UpdateTemplateCardReply(Card) : new TextReply($"{click.TaskId}：不")));
        var zhangsan = host.RobotUser("zhangsan");

        var update = await zhangsan.ClicksAsync("yes", "lunch");
        Assert.Equal((BotReplyKind.UpdateTemplateCard, "投票"), (update.Kind, update.Title));
        Assert.Equal("lunch", (string?)update.Json!["template_card"]!["task_id"]);

        Assert.Equal(BotReplyKind.Nothing, (await zhangsan.ClicksAsync("no", "lunch")).Kind);
        Assert.Equal("lunch：不", (await zhangsan.ReceivesAsync()).Text);
    }

    [Fact]
    public async Task SendsAsync_EachMessageKind_ArrivesWithItsFields()
    {
        await using var host = await BotTestHost.StartRobotAsync(bot =>
        {
            bot.On<EnterChatEvent>(() => "你好");
            bot.OnImage((ImageMessage m) => $"image {m.PictureUrl}");
            bot.OnVoice((VoiceMessage m) => $"voice {m.Recognition}");
            bot.OnVideo((VideoMessage m) => $"video {m.Url}");
            bot.On<FileMessage>((FileMessage m) => $"file {m.Url}");
            bot.On<MixedMessage>((MixedMessage m) => $"mixed {m.Text} {m.Items[^1].Kind} {m.Items[^1].PictureUrl}");
            bot.On<UnknownEvent>(string (UnknownEvent e) => throw new InvalidOperationException(e.Raw.Length > 0 ? "raw" : ""));
        });
        var zhangsan = host.RobotUser("zhangsan");

        Assert.Equal("你好", (await zhangsan.EntersAsync()).Text);
        Assert.Equal("image https://robot.invalid/files/image", (await zhangsan.SendsImageAsync()).Text);
        Assert.Equal("voice 天气", (await zhangsan.SendsVoiceAsync("天气")).Text);
        Assert.Equal("video https://example.com/v", (await zhangsan.SendsVideoAsync("https://example.com/v")).Text);
        Assert.Equal("file https://example.com/f", (await zhangsan.SendsFileAsync("https://example.com/f")).Text);
        Assert.Equal("mixed 看 image https://example.com/p", (await zhangsan.SendsMixedAsync("看", "https://example.com/p")).Text);
        Assert.Equal("mixed 看 image https://example.com/p", (await zhangsan.InGroup("项目群").SendsMixedAsync("看", "https://example.com/p")).Text);
        var thrown = await Assert.ThrowsAsync<BotTestException>(() => zhangsan.SendsJsonAsync("\"msgtype\":\"event\",\"event\":{\"eventtype\":\"brand_new\"}"));
        Assert.Contains("raw", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsAsync_EachEventKind_ArrivesAsItsRecord()
    {
        var arrived = new List<Incoming>();
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnEvent((IncomingEvent e) => arrived.Add(e)));

        var kinds = ActionKind.Of(ActionPlatform.Robot).Where(kind => kind.IsEvent).ToList();
        foreach (var kind in kinds)
            await host.RobotUser("zhangsan").SendsAsync(new MemberAction(kind, []));
        await host.RobotUser("zhangsan").SendsAsync(MemberAction.Event("template_card_event", "ok").With("question", "q").With("option", "a").With("option", "b"));

        Assert.DoesNotContain(arrived, incoming => incoming is UnknownEvent);
        Assert.Equal(kinds.Count, arrived.Select(incoming => incoming.GetType()).Distinct().Count());
        var item = Assert.Single(Assert.IsType<TemplateCardEvent>(arrived[^1]).SelectedItems);
        Assert.Equal(("q", "a,b"), (item.QuestionKey, string.Join(',', item.OptionIds)));
    }

    [Fact]
    public async Task DownloadAsync_FileOfAPerson_IsDecrypted()
    {
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnImage(async (ImageMessage picture, RobotClient robot, CancellationToken cancellationToken) =>
        {
            await using var media = await robot.DownloadAsync(picture.PictureUrl, cancellationToken);
            using var copy = new MemoryStream();
            await media.Content.CopyToAsync(copy, cancellationToken);
            return Convert.ToHexString(copy.ToArray()[..3]);
        }));

        Assert.Equal("FFD8FF", (await host.RobotUser("zhangsan").SendsImageAsync()).Text);
    }

    [Fact]
    public async Task AnswerAsync_AddressThatWasUsedOrIsOld_IsRefused()
    {
        Uri? address = null;
        await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText(async (TextMessage message, RobotClient robot, CancellationToken cancellationToken) =>
        {
            address ??= message.Robot!.ResponseUrl!;
            await robot.AnswerAsync(address, "一", feedbackId: null, cancellationToken);
            return "好";
        }));
        var zhangsan = host.RobotUser("zhangsan");

        Assert.Equal("好", await zhangsan.SaysAsync("用一次"));
        Assert.Equal("一", (await zhangsan.ReceivesAsync()).Text);
        var again = await Assert.ThrowsAsync<BotTestException>(() => zhangsan.SaysAsync("再用一次"));
        Assert.Contains("60140", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsAsync_WhatARobotHasNot_SaysWhatItHas()
    {
        await using var host = await BotTestHost.StartRobotAsync(_ => { });

        var kind = await Assert.ThrowsAsync<ArgumentException>(() => host.RobotUser("zhangsan").SendsAsync(MemberAction.Link("https://example.com", "题")));
        var field = await Assert.ThrowsAsync<ArgumentException>(() => host.RobotUser("zhangsan").SendsAsync(MemberAction.Image("media")));

        Assert.StartsWith("(link) does not happen with a robot. What does: (text), (image), (voice), (video), (file), (mixed), ", kind.Message, StringComparison.Ordinal);
        Assert.StartsWith("(image) has no field 'mediaId'. It has picUrl.", field.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MatchesTranscriptAsync_AloneAndInAGroup_IsPlayed()
    {
        await using var host = await BotTestHost.StartRobotAsync(bot =>
        {
            bot.On<EnterChatEvent>(() => "你好，我是小雁。");
            bot.OnText("天气 {city}", (string city) => Pieces($"{city}：", "晴"));
            bot.OnText("投票", () => new TemplateCardReply(Card));
            bot.On<MixedMessage>((MixedMessage m) => $"{m.Text}，{m.Items.Count} 段");
            bot.On<TemplateCardEvent>(() => "收到");
        }, robotName: "小雁");

        await host.RobotUser("zhangsan").MatchesTranscriptAsync("robot.txt");
        await host.RobotUser("zhangsan").InGroup("项目群").MatchesTranscriptAsync("robot.txt");
    }

    private static async IAsyncEnumerable<string> Pieces(params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }
}
