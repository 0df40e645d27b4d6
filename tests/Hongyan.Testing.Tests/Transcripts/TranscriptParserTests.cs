using System.Text;

namespace Hongyan.Testing.Tests;

public sealed class TranscriptParserTests
{
    [Fact]
    public void Parse_WholeConversation_IsRead()
    {
        var transcript = Parse("""
            # 一次对话
            app: demo
            person: zhangsan

            > 你好
            < 你说：你好

            lisi> 第一行
            | 第二行
            |
            |   缩进的第四行
            < 共 {number} 行
            * wait 1d2h
            > (event) click grades
            < (nothing)
            """);

        Assert.Equal(("demo", "zhangsan"), (transcript.App, transcript.Person));
        var first = Assert.IsType<TranscriptTurn>(transcript.Steps[0]);
        Assert.Equal((5, 6, null), (first.Line, first.ExpectedLine, first.Person));
        Assert.Equal(("text", "你好"), (first.Action.Kind.Name, first.Action.Fields[0].Value));
        Assert.Equal("你说：你好", first.Expected.Fields[0].Value.Literal);
        var second = Assert.IsType<TranscriptTurn>(transcript.Steps[1]);
        Assert.Equal("lisi", second.Person);
        Assert.Equal("第一行\n第二行\n\n  缩进的第四行", second.Action.Fields[0].Value);
        Assert.Null(second.Expected.Fields[0].Value.Literal);
        Assert.Equal(new TimeSpan(1, 2, 0, 0), Assert.IsType<TranscriptWait>(transcript.Steps[2]).Time);
        var click = Assert.IsType<TranscriptTurn>(transcript.Steps[3]);
        Assert.Equal(("click", "grades"), (click.Action.Kind.Name, click.Action.Fields[0].Value));
        Assert.Same(ReplyShape.Nothing, click.Expected.Shape);
    }

    [Theory]
    [InlineData("> #不是注释", "#不是注释")]
    [InlineData("> > 引用", "> 引用")]
    [InlineData("> < 左", "< 左")]
    [InlineData("> | 竖线", "| 竖线")]
    [InlineData("> * 星号", "* 星号")]
    [InlineData("> [微笑]", "[微笑]")]
    [InlineData("> (笑) 哈哈", "(笑) 哈哈")]
    [InlineData("> (text) (ok)", "(ok)")]
    [InlineData("> (ok)没有空格", "(ok)没有空格")]
    [InlineData(">   前面两个空格", "  前面两个空格")]
    [InlineData("> 后面一个空格{U+0020}", "后面一个空格 ")]
    [InlineData("> 行尾的空格没有意义   ", "行尾的空格没有意义")]
    [InlineData(">\n| 第一行是空的", "\n第一行是空的")]
    [InlineData("> 最后一行是空的\n|", "最后一行是空的\n")]
    [InlineData(@"> C:\temp\", @"C:\temp\")]
    [InlineData("> {{\"a\": 1}", "{\"a\": 1}")]
    [InlineData("> {{{{}}", "{{}}")]
    [InlineData("> 表情{U+1F600}{U+d83d}{U+DE00}", "表情😀😀")]
    [InlineData("> a{U+000A}b", "a\nb")]
    [InlineData("> app: demo", "app: demo")]
    public void Parse_TextThatLooksLikeSomethingElse_IsItself(string line, string text)
    {
        var turn = Assert.IsType<TranscriptTurn>(Assert.Single(Parse(line + "\n< (nothing)").Steps));

        Assert.Equal(("text", text), (turn.Action.Kind.Name, turn.Action.Fields[0].Value));
    }

    [Theory]
    [InlineData("> 你好\r\n< 好\r\n")]
    [InlineData("\uFEFF> 你好\n< 好")]
    [InlineData("\n\n> 你好  \n\n# 中间\n\n<  好")]
    public void Parse_EditorsHabits_ChangeNothing(string text)
    {
        var turn = Assert.IsType<TranscriptTurn>(Assert.Single(Parse(text).Steps));

        Assert.Equal("你好", turn.Action.Fields[0].Value);
        Assert.Equal("好", turn.Expected.Fields[0].Value.Literal!.Trim());
    }

    [Theory]
    [InlineData("> (image)", "image", "")]
    [InlineData("> (image) m-1\n| picUrl: https://e.com/a b.png", "image", "mediaId=m-1;picUrl=https://e.com/a b.png")]
    [InlineData("> (voice) m-2\n| format: speex", "voice", "mediaId=m-2;format=speex")]
    [InlineData("> (location) 23.1 113.2 广州市 越秀区", "location", "latitude=23.1;longitude=113.2;label=广州市 越秀区")]
    [InlineData("> (location)\n| label: 只有名字", "location", "label=只有名字")]
    [InlineData("> (link) https://e.com/\n| description:\n| title: 标题", "link", "url=https://e.com/;title=标题;description=")]
    [InlineData("> (event) enter_agent", "enter_agent", "")]
    [InlineData("> (event) view https://e.com/?a=1&b=2", "view", "eventKey=https://e.com/?a=1&b=2")]
    [InlineData("> (event) LOCATION\n| latitude: -1.5", "LOCATION", "latitude=-1.5")]
    [InlineData("> (event) template_card_event go\n| question: a\n| option: 1\n| option: 2\n| taskId: t", "template_card_event", "eventKey=go;taskId=t;question=a;option=1;option=2")]
    [InlineData("> (event) batch_job_result\n| errCode: 0", "batch_job_result", "errCode=0")]
    public void Parse_Kinds_HaveTheirFields(string line, string kind, string fields)
    {
        var turn = Assert.IsType<TranscriptTurn>(Assert.Single(Parse(line + "\n< (anything)").Steps));

        Assert.Equal(kind, turn.Action.Kind.Name);
        Assert.Equal(fields, string.Join(';', turn.Action.Fields.Select(field => $"{field.Name}={field.Value}")));
    }

    [Theory]
    [InlineData("", 1, "There is no conversation in the file. Begin with '> 你好' and '< …'.")]
    [InlineData("# 只有注释", 1, "There is no conversation in the file. Begin with '> 你好' and '< …'.")]
    [InlineData("你好", 1, "A line begins with '>' (a person), '<' (the bot), '|' (goes on), '*' (the clock) or '#' (a comment). A text that goes on begins with '| '.")]
    [InlineData("\napps: demo", 2, "'apps:' is unknown. Before the conversation may stand 'app:' and 'person:'.")]
    [InlineData("app:", 1, "'app:' says nothing. Write 'app: demo', or leave the line out.")]
    [InlineData("app: a\napp: b", 2, "'app:' is given twice.")]
    [InlineData("> a\n< b\nperson: c", 3, "'person:' stands before the first '>' line.")]
    [InlineData(">你好\n< b", 1, "A blank stands behind '>'. Write '> 你好'.")]
    [InlineData("> a\n|b\n< c", 2, "A blank stands behind '|'. Write '| b'.")]
    [InlineData("> a", 1, "This line has no answer. Write '< (nothing)' below it if nothing is answered, or '< (anything)' if the answer does not matter.")]
    [InlineData("> a\n* wait 1h\n< b", 1, "This line has no answer. Write '< (nothing)' below it if nothing is answered, or '< (anything)' if the answer does not matter.")]
    [InlineData("< a", 1, "A '<' line answers the '>' line above it, and each is answered once; there is none above that waits for an answer.")]
    [InlineData("> a\n< b\n< c", 3, "A '<' line answers the '>' line above it, and each is answered once; there is none above that waits for an answer.")]
    [InlineData("> a\nlisi< b", 2, "A name stands before '>' only: the answer goes to whoever spoke. Write '< b'.")]
    [InlineData("| a", 1, "A '|' line continues a '>' or '<' line; there is none above it.")]
    [InlineData("* wait 1h\n| a", 2, "A '|' line continues a '>' or '<' line; there is none above it.")]
    [InlineData(">\n< b", 1, "A person says something. Write '> 你好'.")]
    [InlineData("> a\n<", 2, "Nothing stands behind '<'. Write '< (nothing)' if nothing is answered.")]
    [InlineData("* wait", 1, "The clock is moved with '* wait' and a time of days, hours, minutes and seconds, such as '* wait 1d' or '* wait 1h30m'.")]
    [InlineData("* wait 0s", 1, "The clock is moved with '* wait' and a time of days, hours, minutes and seconds, such as '* wait 1d' or '* wait 1h30m'.")]
    [InlineData("* wait 30m1h", 1, "The clock is moved with '* wait' and a time of days, hours, minutes and seconds, such as '* wait 1d' or '* wait 1h30m'.")]
    [InlineData("> (imgae) a\n< b", 1, "'(imgae)' is no kind of message. There are (text), (image), (voice), (video), (location), (link), (event). If it is the text itself, write '> (text) (imgae) a'.")]
    [InlineData("> (event) enter\n< b", 1, "'enter' is no event. There are enter_agent, ")]
    [InlineData("> a\n< (poke) b", 2, "'(poke)' is no kind of answer. There are (text), (image), (voice), (video), (news), (update_button), (update_taskcard), (update_template_card), (music), (transfer_customer_service), (file), (textcard), (mpnews), (markdown), (miniprogram_notice), (mpnewsarticle), (msgmenu), (wxcard), (miniprogrampage), (template_card), (nothing), (anything). If it is the text itself, write '< (text) (poke) b'.")]
    [InlineData("> (image)\n| colour: red\n< b", 2, "(image) has no field 'colour'. It has mediaId, picUrl.")]
    [InlineData("> (image) a\n| mediaId: b\n< b", 2, "The field 'mediaId' is given twice.")]
    [InlineData("> (image)\n| 一行文字\n< b", 2, "Below a line with a kind in brackets stand its fields, such as '| title: 标题'.")]
    [InlineData("> (location) 北\n< b", 1, "The field 'latitude' is a number, such as 23.1291; '北' is not.")]
    [InlineData("> (event) LOCATION 23\n< b", 1, "Nothing stands behind (event) LOCATION on the line. Its fields stand below: '| latitude: …', '| longitude: …', '| precision: …'.")]
    [InlineData("> (event) template_card_event a\n| option: b\n< b", 2, "An 'option' belongs to the 'question' before it; there is none.")]
    [InlineData("> a\n< (nothing) b", 2, "Nothing stands behind (nothing) on the line.")]
    [InlineData("> a\n< (anything)\n| b: c", 3, "(anything) has no fields.")]
    [InlineData("> a\n< (video) m\n| url: c", 3, "(video) has no field 'url'. It has mediaId, title, description.")]
    [InlineData("> a\n< (video) m\n| mediaId: c", 3, "The field 'mediaId' is given twice.")]
    [InlineData("> a\n< (news)\n| url: c", 3, "'url' belongs to an article. Begin it with '| article: ' and its title.")]
    [InlineData("> a\n< (news)\n| article: c\n| url: d\n| url: e", 5, "The field 'url' is given twice.")]
    [InlineData("> {city}\n< b", 1, "'{city}' is not a placeholder. There are {*}, {number}, {date}, {time} and a character by its number, such as {U+0020}; the text itself is written '{{city}'.")]
    [InlineData("> a\n< b\n> c\n< {nubmer} 个", 4, "'{nubmer}' is not a placeholder. There are {*}, {number}, {date}, {time} and a character by its number, such as {U+0020}; the text itself is written '{{nubmer}'.")]
    [InlineData("> a{\n< b", 1, "'{' is not a placeholder. There are {*}, {number}, {date}, {time} and a character by its number, such as {U+0020}; the text itself is written '{{'.")]
    [InlineData("> {U+110000}\n< b", 1, "'{U+110000}' is not a placeholder.")]
    [InlineData("> 要 {number} 个\n< b", 1, "A placeholder stands in '<' lines only: what a person says is exact.")]
    [InlineData("> (event) click {*}\n< b", 1, "A placeholder stands in '<' lines only: what a person says is exact.")]
    public void Parse_Mistake_SaysWhereAndWhatToWriteInstead(string text, int line, string message)
    {
        var thrown = Assert.Throws<TranscriptFormatException>(() => Parse(text));

        Assert.Equal(("对话.txt", line), (thrown.File, thrown.Line));
        Assert.StartsWith($"对话.txt, line {line}: {message}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_FileInGbk_SaysHowToSaveIt()
    {
        byte[] gbk = [0x3E, 0x20, 0xC4, 0xE3, 0xBA, 0xC3];

        var thrown = Assert.Throws<TranscriptFormatException>(() => TranscriptParser.Parse("对话.txt", gbk, ActionPlatform.WeCom));

        Assert.Equal("对话.txt, line 1: The file is not UTF-8. Save it again with the encoding UTF-8 (in 记事本: 另存为 → 编码 UTF-8).", thrown.Message);
    }

    private static Transcript Parse(string text) => TranscriptParser.Parse("对话.txt", Encoding.UTF8.GetBytes(text), ActionPlatform.WeCom);
}
