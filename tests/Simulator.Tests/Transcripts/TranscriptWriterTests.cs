using FsCheck;
using FsCheck.Fluent;
using Hongyan.Simulator.Transcripts;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Transcripts;

public sealed class TranscriptWriterTests
{
    private static readonly string[] Pieces =
    [
        "你好", "hello", " ", "\u3000", "\n", "\r\n", "\t", "😀", "\uD83D", "\uDE00", "\uFEFF", "\u2028", "\u0085", "\0", "{", "}", "{*}", "{{", "{U+0020}",
        "(text)", "(ok) ", "(image)", ">", "<", "#", "|", "*", "\\", "app: demo", "lisi> ", ": ",
    ];

    [Theory]
    [InlineData("你好", "> 你好\n")]
    [InlineData("一\n\n三", "> 一\n|\n| 三\n")]
    [InlineData("\n二", ">\n| 二\n")]
    [InlineData("  a  ", ">   a {U+0020}\n")]
    [InlineData("a\u3000", "> a{U+3000}\n")]
    [InlineData("{\"id\": 1}", "> {{\"id\": 1}\n")]
    [InlineData("(ok) 收到", "> (text) (ok) 收到\n")]
    [InlineData("(笑)", "> (笑)\n")]
    [InlineData("a\r\nb\u0001\u2028\uFEFF😀", "> a{U+000D}\n| b{U+0001}{U+2028}{U+FEFF}😀\n")]
    public void Say_Text_IsWrittenAsThePageSays(string text, string file) =>
        Assert.Equal(file, Write(writer => writer.Say(new() { Type = "text", Content = text })));

    // An attribute cannot hold half a pair.
    [Fact]
    public void Say_HalfOfASurrogatePair_IsWrittenByItsNumber() =>
        Assert.Equal("> a{U+D83D}b\n", Write(writer => writer.Say(new() { Type = "text", Content = "a\uD83Db" })));

    [Fact]
    public void Say_AnyText_IsReadBackAsItWas() => Prop.ForAll(
        Texts(),
        text => Read(Write(writer => writer.Say(new() { Type = "text", Content = text }))).Said.Message!.Content == text)
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500));

    [Fact]
    public void Answer_AnyText_FitsItself() => Prop.ForAll(
        Texts(),
        text => Fits(new() { Type = "text", Content = text }))
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500));

    [Fact]
    public void Answer_AnyField_FitsItself() => Prop.ForAll(
        Texts(),
        text => Fits(new() { Type = "video", MediaId = "m", Title = text, Description = text })
            && Fits(new() { Type = "news", Articles = [new(text, text, "", text), new(text, "", text, "")] })
            && Fits(new() { Type = "update_button", ReplaceName = text }))
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(200));

    [Fact]
    public void Do_AnyKeyAndChoice_IsReadBackAsItWas() => Prop.ForAll(
        Texts(),
        text =>
        {
            var happened = new MemberEvent { Event = "template_card_event", EventKey = text, TaskId = text, SelectedItems = [new("q" + text, ["o" + text, "p"])] };
            var read = Read(Write(writer => writer.Do(happened))).Said.Event!;
            return (read.EventKey ?? "") == text && (read.TaskId ?? "") == text
                && read.SelectedItems![0].QuestionKey == "q" + text && read.SelectedItems[0].OptionIds.SequenceEqual(["o" + text, "p"]);
        })
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(200));

    [Theory]
    [InlineData(0.00001)]
    [InlineData(-123.456789012345)]
    [InlineData(90)]
    public void Say_Place_HasNoExponent(double latitude)
    {
        var place = new MemberMessage { Type = "location", Latitude = latitude, Longitude = 2.5, Label = " 广州 市 ", Scale = 15 };

        var file = Write(writer => writer.Say(place));

        Assert.DoesNotContain('E', file);
        Assert.Equal(place, Read(file).Said.Message);
    }

    [Fact]
    public void Do_EveryEventOfTheMenu_IsReadBackAsItWas()
    {
        foreach (var kind in WeComEvents.All)
        {
            // These two are never the same again, so they are not written.
            var sample = kind.Sample() with { ResponseCode = null, MediaIds = null };

            var read = Read(Write(writer => writer.Do(sample))).Said.Event!;

            Assert.Equivalent(sample, read, strict: true);
        }
    }

    [Fact]
    public void Answer_MediaOfTheBot_IsAPlaceholder()
    {
        var picture = new PassiveReply { Type = "image", MediaId = "m" };

        Assert.Equal("< (image) m\n", Write(writer => writer.Answer(picture, id => id == "m")));
        Assert.Equal("< (image) {*}\n", Write(writer => writer.Answer(picture, _ => false)));
        Assert.Equal("< (nothing)\n", Write(writer => writer.Answer(null, _ => false)));
    }

    private static Arbitrary<string> Texts() => Arb.From(
        Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())).NonEmptyListOf().Select(string.Concat));

    private static bool Fits(PassiveReply reply) =>
        Read(Write(writer => writer.Say(new() { Type = "text", Content = "a" })) + Write(writer => writer.Answer(reply, _ => true))).Expected.Compare(reply) is null;

    private static string Write(Action<TranscriptWriter> write)
    {
        var writer = new TranscriptWriter();
        write(writer);
        return writer.ToString();
    }

    // What is said alone gets an answer, so that it can be read.
    private static TranscriptTurn Read(string file) => Assert.IsType<TranscriptTurn>(Assert.Single(
        TranscriptReader.Read(file.Contains("\n<", StringComparison.Ordinal) ? file : file + "< (anything)\n", WeComEvents.All).Steps));
}
