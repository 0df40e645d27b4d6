using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.Transcripts;
using Hongyan.Simulator.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests.Transcripts;

/// <summary>The format of docs/guides/transcripts.md, line by line.</summary>
public sealed class TranscriptReaderTests
{
    [Fact]
    public void Read_TheExampleOfThePage_IsUnderstood()
    {
        var transcript = TranscriptReader.Read(
            """
            # 提 bug：标题和级别
            app: demo
            person: zhangsan

            > 提bug 登录页白屏
            < 已记下 {number} 号：登录页白屏
            | 级别？(1-3)

            > 9
            < 只能是 1、2、3。

            lisi> 我的bug
            < 你还没有提过。

            * wait 1h
            > (event) click my-bugs
            < (news)
            | article: 登录页白屏
            | url: https://bugs.example.com/{*}
            """, WeComEvents.All);

        Assert.Equal(("demo", "zhangsan"), (transcript.App, transcript.Person));
        Assert.Equal([5, 9, 12, 15, 16], transcript.Steps.Select(step => step.Line));
        Assert.Equal(TimeSpan.FromHours(1), ((TranscriptWait)transcript.Steps[3]).Time);
        var turns = transcript.Steps.OfType<TranscriptTurn>().ToList();
        Assert.Equal([null, null, "lisi", null], turns.Select(turn => turn.Person));
        Assert.Equal(["提bug 登录页白屏", "9", "我的bug", null], turns.Select(turn => turn.Said.Message?.Content));
        Assert.Equal(("click", "my-bugs"), (turns[3].Said.Event!.Event, turns[3].Said.Event!.EventKey));
        Assert.Equal(["text", "text", "text", "news"], turns.Select(turn => turn.Expected.Kind));
        Assert.Null(turns[0].Expected.Compare(new() { Type = "text", Content = "已记下 12 号：登录页白屏\n级别？(1-3)" }));
    }

    [Theory]
    [InlineData("> 你好", "你好")]
    [InlineData("> 一\n| 二", "一\n二")]
    [InlineData("> 一\n|\n| 三", "一\n\n三")]
    [InlineData(">\n| 二", "\n二")]
    [InlineData(">   空格开头", "  空格开头")]
    [InlineData("> 行尾   ", "行尾")]
    [InlineData("> 行尾\u3000", "行尾")]
    [InlineData("> 行尾 {U+0020}", "行尾  ")]
    [InlineData("> > 引用", "> 引用")]
    [InlineData("> #1 楼", "#1 楼")]
    [InlineData("> C:\\temp", "C:\\temp")]
    [InlineData("> {{\"id\": 1}", "{\"id\": 1}")]
    [InlineData("> {u+1f600}{U+3000}", null)]
    [InlineData("> {U+1f600}{U+3000}", "😀\u3000")]
    [InlineData("> {U+d83d}{U+DE00}", "😀")]
    [InlineData("> app: demo", "app: demo")]
    [InlineData("> (text) (ok) 收到", "(ok) 收到")]
    [InlineData("> (text)\n| 二", "\n二")]
    [InlineData("> (笑)", "(笑)")]
    [InlineData("> (1) 一", "(1) 一")]
    [InlineData("> (ok)好", "(ok)好")]
    [InlineData("\uFEFF# 注释\r\n> 你好\r\n| 世界\r", "你好\n世界")]
    [InlineData("> 一\n# 注释\n\n| 二", "一\n二")]
    public void Read_Text_IsWhatThePageSays(string lines, string? text)
    {
        if (text is null)
        {
            Assert.Throws<TranscriptException>(() => ReadSaid(lines));
            return;
        }
        Assert.Equal(text, ReadSaid(lines).Message!.Content);
    }

    [Fact]
    public void Read_OtherMessages_HaveTheirFields()
    {
        Assert.Equal(new MemberMessage { Type = "image", MediaId = "m 1", PicUrl = "https://a.example/" }, ReadSaid("> (image) m 1\n| picUrl: https://a.example/").Message);
        Assert.Equal(new MemberMessage { Type = "image" }, ReadSaid("> (image)").Message);
        Assert.Equal(new MemberMessage { Type = "image", MediaId = "m" }, ReadSaid("> (image)\n| mediaId: m").Message);
        Assert.Equal(new MemberMessage { Type = "voice", MediaId = "m", Format = "amr" }, ReadSaid("> (voice) m\n| format: amr").Message);
        Assert.Equal(new MemberMessage { Type = "video", MediaId = "m", ThumbMediaId = "t" }, ReadSaid("> (video) m\n| thumbMediaId: t").Message);
        Assert.Equal(
            new MemberMessage { Type = "location", Latitude = 23.1291, Longitude = -113, Label = "广州市 越秀区", Scale = 15 },
            ReadSaid("> (location) 23.1291 -113 广州市 越秀区\n| scale: 15").Message);
        Assert.Equal(
            new MemberMessage { Type = "link", Url = "https://a.example/ b", Title = "一\n二", Description = "" },
            ReadSaid("> (link) https://a.example/ b\n| title: 一{U+000A}二\n| description:").Message);
    }

    [Fact]
    public void Read_Events_HaveTheirFields()
    {
        Assert.Equal(new MemberEvent { Event = "enter_agent" }, ReadSaid("> (event) enter_agent").Event);
        Assert.Equal(new MemberEvent { Event = "enter_agent", EventKey = "k" }, ReadSaid("> (event) enter_agent k").Event);
        Assert.Equal(new MemberEvent { Event = "click", EventKey = "a b" }, ReadSaid("> (event)\n| eventKey: a b\n| event: click").Event);
        Assert.Equal(
            new MemberEvent { Event = "LOCATION", Latitude = 1.5, Longitude = 2, Precision = 40 },
            ReadSaid("> (event) LOCATION\n| latitude: 1.5\n| longitude: 2\n| precision: 40").Event);
        Assert.Equal(["a", "b"], ReadSaid("> (event) pic_weixin upload\n| picMd5Sum: a\n| picMd5Sum: b").Event!.PicMd5Sums!);
        Assert.Equal(
            new MemberEvent { Event = "batch_job_result", JobId = "j", JobType = "sync_user", ErrCode = -1, ErrMsg = "x" },
            ReadSaid("> (event) batch_job_result\n| jobId: j\n| jobType: sync_user\n| errCode: -1\n| errMsg: x").Event);

        var card = ReadSaid("> (event) template_card_event submit\n| taskId: bug-42\n| question: severity\n| option: high\n| question: kind\n| option: ui\n| option: text").Event!;
        Assert.Equal(("submit", "bug-42"), (card.EventKey, card.TaskId));
        Assert.Equal(["severity: high", "kind: ui, text"], card.SelectedItems!.Select(item => $"{item.QuestionKey}: {string.Join(", ", item.OptionIds)}"));
    }

    [Theory]
    [InlineData("hello", 1, "UnknownLine")]
    [InlineData(" > hello", 1, "UnknownLine")]
    [InlineData("张三> hello", 1, "UnknownLine")]
    [InlineData(">hello", 1, "NoSpace")]
    [InlineData("> a\n<b", 2, "NoSpace")]
    [InlineData("> a\n|b", 2, "NoSpace")]
    [InlineData("> a", 1, "NoAnswer")]
    [InlineData("\n> a\n> b\n< c", 2, "NoAnswer")]
    [InlineData("> a\n* wait 1h\n< b", 1, "NoAnswer")]
    [InlineData("", 1, "Empty")]
    [InlineData("# a\n* wait 1h", 1, "Empty")]
    [InlineData(">\n< b", 1, "EmptySaid")]
    [InlineData("> a\n<", 2, "EmptyAnswer")]
    [InlineData("< a", 1, "NothingSaid")]
    [InlineData("> a\n< b\n< c", 3, "NothingSaid")]
    [InlineData("| a", 1, "NothingToContinue")]
    [InlineData("> a\n< b\n* wait 1h\n| c", 4, "NothingToContinue")]
    [InlineData("> a\n< b\napp: demo", 3, "HeaderTooLate")]
    [InlineData("app: demo\n\napp: demo", 3, "FieldTwice")]
    [InlineData("person:", 1, "Name")]
    [InlineData("person: 张三", 1, "Name")]
    [InlineData("* wait", 1, "Wait")]
    [InlineData("* wait 0s", 1, "Wait")]
    [InlineData("* wait 1m1h", 1, "Wait")]
    [InlineData("* wait 10000s", 1, "Wait")]
    [InlineData("* sleep 1h", 1, "Wait")]
    [InlineData("> {nubmer}\n< a", 1, "Brace")]
    [InlineData("> a\n< 一\n| {nubmer} 号", 3, "Brace")]
    [InlineData("> a\n< {", 2, "Brace")]
    [InlineData("> {number}\n< a", 1, "PlaceholderInSaid")]
    [InlineData("> {U+110000}\n< a", 1, "Character")]
    [InlineData("> (ok) a\n< b", 1, "UnknownKind")]
    [InlineData("> (news)\n< b", 1, "UnknownKind")]
    [InlineData("> a\n< (location)", 2, "UnknownKind")]
    [InlineData("> (event) dance\n< b", 1, "UnknownEvent")]
    [InlineData("> (event)\n< b", 1, "UnknownEvent")]
    [InlineData("> (event) LOCATION x\n< b", 1, "NoEventKey")]
    [InlineData("> (event) click k\n| latitude: 1\n< b", 2, "UnknownField")]
    [InlineData("> (event) click k\n| eventKey: k\n< b", 2, "FieldTwice")]
    [InlineData("> (event) template_card_event k\n| option: a\n< b", 2, "OptionFirst")]
    [InlineData("> (image) m\n| mediaId: n\n< b", 2, "FieldTwice")]
    [InlineData("> (image) m\n| title: n\n< b", 2, "UnknownField")]
    [InlineData("> (image) m\n| title\n< b", 2, "NotAField")]
    [InlineData("> (location) 1e1 2 x\n< b", 1, "NotANumber")]
    [InlineData("> (location) 1 2 x\n| scale: 1.5\n< b", 2, "NotANumber")]
    [InlineData("> a\n< (image) m\n| mediaId: n", 3, "FieldTwice")]
    [InlineData("> a\n< (news)\n| url: u", 3, "ArticleFirst")]
    [InlineData("> a\n< (news)\n| article: a\n| url: u\n| url: u", 5, "FieldTwice")]
    [InlineData("> a\n< (news) a", 2, "NothingBehindNews")]
    [InlineData("> a\n< (nothing) a", 2, "NothingBehind")]
    [InlineData("> a\n< (anything)\n| a: b", 3, "NoFields")]
    public async Task Read_Wrong_NamesTheLineInBothLanguages(string file, int line, string rule)
    {
        var wrong = Assert.Throws<TranscriptException>(() => TranscriptReader.Read(file, WeComEvents.All));

        Assert.Equal((line, rule), (wrong.Line, wrong.Rule));
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        var sentence = simulator.Services.GetRequiredService<Wording>()[$"Transcript_{rule}", wrong.Arguments];
        Assert.DoesNotContain($"Transcript_{rule}", sentence, StringComparison.Ordinal);
    }

    private static Said ReadSaid(string lines) => Assert.IsType<TranscriptTurn>(Assert.Single(TranscriptReader.Read(lines + "\n< (anything)", WeComEvents.All).Steps)).Said;
}
