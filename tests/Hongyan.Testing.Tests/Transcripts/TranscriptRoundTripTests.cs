using FsCheck;
using FsCheck.Fluent;

namespace Hongyan.Testing.Tests;

/// <summary>Any conversation → file → the same conversation.</summary>
public sealed class TranscriptRoundTripTests
{
    private static readonly string[] Awkward =
    [
        "", "\n", " ", "\t", "\r\n", "\u3000", "{", "{{", "}", "{*}", "{number}", "{U+0020}", "\\", ">", "<", "|", "#", "*", "(text)", "(image) a", "(nothing)", "app: a",
        "你好", "👨‍👩‍👧", "\uD83D", "\uDE00", "\u0001", "\u2028", "\uFEFF", "lisi> ", "a: b", "\u0085", "[微笑]", "(ok)",
    ];

    private static readonly Gen<string> Texts =
        Gen.Frequency((3, Gen.Elements(Awkward)), (2, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")))
            .ListOf().Select(string.Concat);

    private static readonly Gen<string> Words = Texts.Where(text => text.Length > 0);

    private static readonly Gen<string> People = Gen.Elements("zhangsan", "li.si-1@x_y", "");

    private static readonly Gen<ExpectedText> Expectations = Gen.OneOf(
            Words.Select(text => new ExpectedText(text)),
            Gen.Elements("{*}", "{number}", "{date}", "{time}").Select(name => new ExpectedText([new ExpectedPart("", Placeholder.Find(name))])))
        .ListOf().Where(parts => parts.Count > 0)
        .Select(parts => Concat(parts));

    private static readonly Gen<ExpectedReply> Replies = Gen.OneOf(
        Expectations.Select(text => new ExpectedReply(ReplyShape.Text, [("content", text)])),
        Gen.Elements(ReplyShape.All.Where(shape => shape != ReplyShape.Text && shape.Name != "news").ToArray()).SelectMany(FieldsOf),
        Articles());

    private static Gen<MemberAction> Actions(ActionPlatform platform) => Gen.OneOf(
        Words.Select(MemberAction.Text),
        Gen.Elements(ActionKind.Of(platform).Where(kind => kind.Name != "text").ToArray()).SelectMany(FieldsOf));

    private static Gen<TranscriptStep> Steps(ActionPlatform platform = ActionPlatform.WeCom) => Gen.OneOf(
        Gen.Choose(1, 10_000_000).Select(seconds => (TranscriptStep)new TranscriptWait(0, TimeSpan.FromSeconds(seconds))),
        People.SelectMany(person => Actions(platform).SelectMany(action => Replies.Select(reply =>
            (TranscriptStep)new TranscriptTurn(0, person.Length == 0 ? null : person, action, 0, reply)))));

    [Theory]
    [InlineData(nameof(ActionPlatform.WeCom))]
    [InlineData(nameof(ActionPlatform.OfficialAccount))]
    [InlineData(nameof(ActionPlatform.Robot))]
    public void Parse_WhatWasWritten_IsTheSameConversation(string name)
    {
        var platform = Enum.Parse<ActionPlatform>(name);
        var conversations = Steps(platform).ListOf().Where(steps => steps.Count > 0).Select(steps => new Transcript("f", "demo", null, [.. steps]));

        Prop.ForAll(conversations.ToArbitrary(), conversation => Check(TranscriptWriter.Write(conversation), conversation, platform))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Parse_WhatAnEditorTrimmed_IsTheSameConversation()
    {
        var conversations = Steps().ListOf().Where(steps => steps.Count > 0).Select(steps => new Transcript("f", null, "zhangsan", [.. steps]));

        Prop.ForAll(conversations.ToArbitrary(), conversation => Check(
                string.Join("\r\n", TranscriptWriter.Write(conversation).Split('\n').Select(line => line.TrimEnd())), conversation))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Write_AnyConversation_IsPlainLines()
    {
        var conversations = Steps().ListOf().Select(steps => new Transcript("f", null, null, [.. steps]));

        Prop.ForAll(conversations.ToArbitrary(), conversation =>
                TranscriptWriter.Write(conversation).All(c => c == '\n' || !(char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Parse_AnyText_IsATranscriptOrAFormatException()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
            {
                try
                {
                    return TranscriptParser.Parse("f", text).Steps.Count > 0;
                }
                catch (TranscriptFormatException wrong)
                {
                    return wrong.Line >= 1;
                }
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool Check(string file, Transcript conversation, ActionPlatform platform = ActionPlatform.WeCom)
    {
        var read = TranscriptParser.Parse("f", System.Text.Encoding.UTF8.GetBytes(file), platform);
        Assert.Equal((conversation.App, conversation.Person), (read.App, read.Person));
        Assert.Equal(conversation.Steps.Select(Flatten), read.Steps.Select(Flatten));
        return true;
    }

    /// <summary>A step as a value that can be compared, made without the writer.</summary>
    private static string Flatten(TranscriptStep step) => step switch
    {
        TranscriptWait wait => $"wait {wait.Time}",
        TranscriptTurn turn => $"{turn.Person}|{turn.Action.Kind.Name}|{turn.Action.Kind.IsEvent}|"
            + string.Join('|', turn.Action.Fields.Select(field => $"{field.Name}={Codes(field.Value)}"))
            + $" → {turn.Expected.Shape.Name}|" + string.Join('|', turn.Expected.Fields.Select(field => $"{field.Name}={Flatten(field.Value)}")),
        _ => throw new InvalidOperationException(),
    };

    private static string Flatten(ExpectedText text) =>
        string.Concat(text.Parts.Select(part => part.Placeholder?.Name ?? Codes(part.Literal)));

    private static string Codes(string text) => string.Join(' ', text.Select(c => ((int)c).ToString("X", System.Globalization.CultureInfo.InvariantCulture))) + " ";

    private static Gen<MemberAction> FieldsOf(ActionKind kind) =>
        Gen.SubListOf(kind.Fields.Where(field => !field.Repeats).ToArray()).SelectMany(fields => fields.Aggregate(
            Gen.Constant(new MemberAction(kind, [])),
            (action, field) => action.SelectMany(made => (field.IsNumber ? Gen.Elements("1", "-2.50", "0.001") : Texts).Select(value => made.With(field.Name, value)))))
        .SelectMany(action => kind.FindField("question") is null ? Gen.Constant(action) : Words.Select(text => action.With("question", text).With("option", text).With("option", "b")));

    private static Gen<ExpectedReply> FieldsOf(ReplyShape shape) =>
        Gen.SubListOf(shape.Fields.ToArray()).SelectMany(names => names.Aggregate(
            Gen.Constant(new ExpectedReply(shape, [])),
            (reply, name) => reply.SelectMany(made => Expectations.Select(text => made with { Fields = [.. made.Fields, (name, text)] }))));

    private static Gen<ExpectedReply> Articles() =>
        Expectations.SelectMany(title => Expectations.Select(url => new ExpectedReply(ReplyShape.Find("news")!,
            [("article", title), ("url", url), ("article", url), ("description", title), ("url", title)])));

    private static ExpectedText Concat(IEnumerable<ExpectedText> parts)
    {
        // Two literals side by side are one literal, as in a file.
        var merged = new List<ExpectedPart>();
        foreach (var part in parts.SelectMany(text => text.Parts))
        {
            if (part.Placeholder is null && merged.Count > 0 && merged[^1].Placeholder is null)
                merged[^1] = merged[^1] with { Literal = merged[^1].Literal + part.Literal };
            else
                merged.Add(part);
        }
        return new ExpectedText(merged);
    }
}
