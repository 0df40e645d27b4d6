using System.Text;
using Hongyan.WeCom;

namespace Hongyan.Testing.Tests;

public sealed class TranscriptPlayerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hongyan-transcripts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task MatchesTranscriptAsync_FileBesideTheTest_IsPlayed()
    {
        await using var host = await StartAsync();

        await host.Member("zhangsan").MatchesTranscriptAsync("everyday.txt");
    }

    [Fact]
    public async Task MatchesTranscriptAsync_OtherText_ShowsBothAndWhereTheyDiffer()
    {
        var message = await MismatchAsync("""
            > 你好
            < 你说：您好
            """);

        Assert.Equal("""
            chat.txt, line 2: the bot answered something else than the transcript expects.
              zhangsan> 你好
            expected
              < 你说：您好
            actual
              < 你说：你好
            They differ from character 4 on: expected "您好", got "你好".
            """, message);
    }

    [Fact]
    public async Task MatchesTranscriptAsync_OtherLine_NamesTheLineOfTheAnswer()
    {
        var message = await MismatchAsync("""
            lisi> 一
            | 二
            | 三
            < 你说：一
            | 二 
            | 四
            """);

        Assert.Equal("""
            chat.txt, line 4: the bot answered something else than the transcript expects.
              lisi> 一
              | 二
              | 三
            expected
              < 你说：一
              | 二
              | 四
            actual
              < 你说：一
              | 二
              | 三
            They differ in line 3 of the answer from character 1 on: expected "四", got "三".
            """, message);
    }

    [Theory]
    [InlineData("> 你好\n< 你说：你好啊", "They differ from character 6 on: expected \"啊\", got the end of the text.")]
    [InlineData("> 你好\n< 你说：你", "They differ from character 5 on: expected the end of the text, got \"好\".")]
    [InlineData("> 😀😀\n< 你说：😀😁", "They differ from character 5 on: expected \"😁\", got \"😀\".")]
    [InlineData("> 你好\n< 你说：你{number}", "They differ from character 5 on: expected \"{number}\", got \"好\".")]
    [InlineData("> 12 个\n< 你说：{number} 只{*}", "They differ from character 7 on: expected \"只{*}\", got \"个\".")]
    [InlineData("> 你好{U+00A0}\n< 你说：你好 ", "They differ from character 6 on: expected the end of the text, got \"{U+00A0}\".")]
    [InlineData("> 静音\n< 你说：静音", "Expected was (text), the answer is (nothing).")]
    [InlineData("> 你好\n< (nothing)", "Expected was (nothing), the answer is (text).")]
    [InlineData("> (event) unsubscribe\n< 别走", "Expected was (text), the answer is (nothing). The bot answered \"别走\", but the platform shows no such reply to (event) unsubscribe.")]
    [InlineData("> (image) m-1\n< (image) m-2", "They differ from character 3 on: expected \"2\", got \"1\".")]
    [InlineData("> (image) m-1\n< (voice) m-1", "Expected was (voice), the answer is (image).")]
    [InlineData("> 视频\n< (video) v\n| title: 旧标题", "In title: They differ from character 1 on: expected \"旧标题\", got \"标题\".")]
    [InlineData("> 图文\n< (news)\n| article: 一\n| article: 三", "In the title of article 2: They differ from character 1 on: expected \"三\", got \"二\".")]
    [InlineData("> 图文\n< (news)\n| article: 一\n| url: https://e.com/2\n| article: 二", "In url of article 1: They differ from character 15 on: expected \"2\", got \"1\".")]
    [InlineData("> 图文\n< (news)\n| article: 一", "Expected were 1 articles, the answer has 2.")]
    public async Task MatchesTranscriptAsync_Difference_IsSaidInASentence(string transcript, string sentence) =>
        Assert.Equal(sentence, (await MismatchAsync(transcript)).Split('\n')[^1]);

    [Theory]
    [InlineData("> 你好\n< {*}")]
    [InlineData("> 你好\n< 你说：你好{*}")]
    [InlineData("> 你好\n< (anything)")]
    [InlineData("> 静音\n< (anything)")]
    [InlineData("> 一\n| 二\n< 你{*}二")]
    [InlineData("> -3.50 元，共 2 件\n< 你说：{number} 元，共 {number} 件")]
    [InlineData("> 2026-01-05 2026/1/5 2026年1月5日\n< 你说：{date} {date} {date}")]
    [InlineData("> 9:05 和 23:59:59\n< 你说：{time} 和 {time}")]
    [InlineData("> $1 \\d+ .*\n< 你说：$1 \\d+ .*")]
    [InlineData("> 图文\n< (news)\n| article: {*}\n| article: 二\n| picUrl: {*}.png")]
    [InlineData("> 视频\n< (video) {*}")]
    [InlineData("> 视频\n< (video)\n| description:")]
    public async Task MatchesTranscriptAsync_SameAnswer_Passes(string transcript) => await PlayAsync(transcript);

    [Theory]
    [InlineData("> 12a\n< 你说：{number}")]
    [InlineData("> 2026-1\n< 你说：{date}")]
    [InlineData("> 9:5\n< 你说：{time}")]
    [InlineData("> 你好\n< 你说.你好")]
    [InlineData("> 你好\n< 你说：你好\n| ")]
    [InlineData("> ABC\n< 你说：abc")]
    public async Task MatchesTranscriptAsync_OtherAnswer_Fails(string transcript) => await MismatchAsync(transcript);

    [Fact]
    public async Task MatchesTranscriptAsync_Wait_MovesTheClock() => await PlayAsync("""
        > 几点
        < 1月5日 09:00
        * wait 1d1h30m
        > 几点
        < 1月6日 10:30
        """);

    [Fact]
    public async Task MatchesTranscriptAsync_SeveralPeople_EachIsThemselves() => await PlayAsync("""
        > 我是谁
        < zhangsan
        lisi> 我是谁
        < lisi
        wang.wu-1@example> 我是谁
        < wang.wu-1@example
        """);

    [Fact]
    public async Task MatchesTranscriptAsync_EveryKind_CanBeSent()
    {
        var kinds = ActionKind.Of(ActionPlatform.WeCom).Select(kind => kind.Name == "text" ? "> 你好" : $"> {kind}");

        await PlayAsync(string.Join('\n', kinds.Select(line => line + "\n< (anything)")));
    }

    [Fact]
    public async Task MatchesTranscriptAsync_ReplyThatIsNotShown_IsNothing() => await PlayAsync("""
        > (event) unsubscribe
        < (nothing)
        > (event) subscribe
        < 欢迎
        """);

    [Fact]
    public async Task MatchesTranscriptAsync_CardUpdate_IsShownAfterAClick() => await PlayAsync("""
        > (event) template_card_event confirm
        < (update_button) 已提交
        > (event) template_card_menu_event confirm
        < (update_template_card) text_notice
        | title: 已受理
        """);

    [Fact]
    public async Task MatchesTranscriptAsync_HandlerThrows_NamesLineAndError()
    {
        var thrown = await Assert.ThrowsAsync<BotTestException>(() => PlayAsync("> 你好\n< {*}\n> 坏了\n< (nothing)"));

        Assert.Equal("chat.txt, line 3: Nothing was answered to zhangsan's \"坏了\", because of an error: InvalidOperationException: 数据库没开", thrown.Message);
        Assert.IsType<InvalidOperationException>(thrown.InnerException);
    }

    [Fact]
    public async Task MatchesTranscriptAsync_NoSuchFile_NamesWhereItLooked()
    {
        await using var host = await StartAsync();

        var thrown = await Assert.ThrowsAsync<FileNotFoundException>(() => host.Member("zhangsan").MatchesTranscriptAsync("没有.txt"));

        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "没有.txt"), thrown.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("Transcripts", "没有.txt"), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MatchesTranscriptAsync_Mismatch_KnowsFileAndLine()
    {
        var thrown = await Assert.ThrowsAsync<TranscriptMismatchException>(() => PlayAsync("# 一\n> 你好\n< 好"));

        Assert.Equal(("chat.txt", 3), (thrown.File, thrown.Line));
    }

    private async Task<string> MismatchAsync(string transcript) =>
        (await Assert.ThrowsAsync<TranscriptMismatchException>(() => PlayAsync(transcript))).Message;

    private async Task PlayAsync(string transcript)
    {
        var file = Path.Combine(_folder.FullName, "chat.txt");
        await File.WriteAllTextAsync(file, transcript, Encoding.UTF8, TestContext.Current.CancellationToken);
        await using var host = await StartAsync();

        await host.Member("zhangsan").MatchesTranscriptAsync(file);
    }

    private static Task<BotTestHost> StartAsync() => BotTestHost.StartAsync(bot =>
    {
        bot.OnText("静音", () => { });
        bot.OnText("坏了", string () => throw new InvalidOperationException("数据库没开"));
        bot.OnText("我是谁", (UserRef user) => user.Id);
        bot.OnText("几点", (TimeProvider time) => $"{time.GetLocalNow():M月d日 HH:mm}");
        bot.OnText("视频", () => new VideoReply("v") { Title = "标题" });
        bot.OnText("图文", () => new NewsReply(
            new NewsArticle { Title = "一", Url = "https://e.com/1" }, new NewsArticle { Title = "二", PictureUrl = "https://e.com/2.png" }));
        bot.OnText((TextMessage message) => $"你说：{message.Content}");
        bot.OnImage((ImageMessage picture) => new ImageReply(picture.MediaId));
        bot.OnSubscribe(() => "欢迎");
        bot.OnUnsubscribe(() => "别走");
        bot.On<TemplateCardEvent>(() => new UpdateButtonReply("已提交"));
        bot.On<TemplateCardMenuEvent>(() => new UpdateTemplateCardReply(
            new TextNoticeCard { MainTitle = "已受理", Action = "https://example.com/" }));
    });
}
