using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Payload;

public class PayloadFieldsTests
{
    [Theory]
    [InlineData("<xml><N>12</N></xml>", 12L)]
    [InlineData("<xml><n><![CDATA[12]]></n></xml>", 12L)]
    [InlineData("{\"N\":12}", 12L)]
    [InlineData("{\"n\":\"12\"}", 12L)]
    [InlineData("{\"n\":\" 12 \"}", 12L)]
    [InlineData("{\"N\":\"\\u0031\\u0032\"}", 12L)]
    [InlineData("{\"N\":null}", null)]
    [InlineData("{\"N\":\"\"}", null)]
    [InlineData("{\"N\":{}}", null)]
    [InlineData("{\"N\":[]}", null)]
    [InlineData("{\"N\":true}", null)]
    [InlineData("{\"N\":1.5}", null)]
    [InlineData("{\"N\":99999999999999999999}", null)]
    [InlineData("{\"N\":[7,8]}", 7L)]
    [InlineData("{\"\\u004E\":7}", 7L)]
    [InlineData("{\"M\":7}", null)]
    public void Number_AnyShape_IsTheNumberOrNull(string document, long? expected) => Assert.Equal(expected, Read(document, static (in p) => p.Number("N"u8)));

    [Theory]
    [InlineData("{\"F\":true}", true)]
    [InlineData("{\"F\":\"true\"}", true)]
    [InlineData("{\"F\":1}", true)]
    [InlineData("{\"F\":\"0\"}", false)]
    [InlineData("{\"F\":false}", false)]
    [InlineData("<xml><F>1</F></xml>", true)]
    [InlineData("<xml><F>False</F></xml>", false)]
    [InlineData("<xml><F></F></xml>", null)]
    [InlineData("<xml><F>2</F></xml>", null)]
    [InlineData("<xml/>", null)]
    public void Flag_AnyShape_IsYesNoOrNull(string document, bool? expected) => Assert.Equal(expected, Read(document, static (in p) => p.Flag("F"u8)));

    [Theory]
    [InlineData("{\"T\":1700000000}", 1700000000L)]
    [InlineData("<xml><T><![CDATA[1700000000]]></T></xml>", 1700000000L)]
    [InlineData("{\"T\":0}", null)]
    [InlineData("{\"T\":-1}", null)]
    [InlineData("{\"T\":253402300800}", null)]
    [InlineData("{\"T\":\"2023\\u002d11\"}", null)]
    public void Time_AnyShape_IsTheMomentOrNull(string document, long? expected) =>
        Assert.Equal(expected, Read(document, static (in p) => p.Time("T"u8)?.ToUnixTimeSeconds()));

    [Theory]
    [InlineData("<xml><L><A>1</A></L><L><A>2</A></L></xml>", "1,2")]
    [InlineData("<xml><L><item><A>1</A></item><item><A>2</A></item></L></xml>", "1,2")]
    [InlineData("<xml><L><Item><A>1</A></Item></L><L><Item><A>2</A></Item></L></xml>", "1,2")]
    [InlineData("<xml><L><A>1</A></L></xml>", "1")]
    [InlineData("<xml><L></L></xml>", "")]
    [InlineData("<xml><L>\n</L></xml>", "")]
    [InlineData("<xml/>", "")]
    [InlineData("{\"L\":[{\"A\":1},{\"A\":\"2\"}]}", "1,2")]
    [InlineData("{\"L\":{\"A\":1}}", "1")]
    [InlineData("{\"L\":{\"item\":[{\"A\":1},{\"A\":2}]}}", "1,2")]
    [InlineData("{\"L\":{\"item\":{\"A\":1}}}", "1")]
    [InlineData("{\"L\":[]}", "")]
    [InlineData("{\"L\":{}}", "")]
    [InlineData("{\"L\":null}", "")]
    [InlineData("{\"L\":\"\"}", "")]
    [InlineData("{\"L\":[null,[{\"A\":1}],null]}", "1")]
    public void Items_AnyShape_AreRead(string document, string expected) =>
        Assert.Equal(expected, string.Join(',', Read(document, static (in p) => p.Items("L"u8, static (in item) => item.Text("A"u8)))));

    [Theory]
    [InlineData("<xml><L>a</L><L>b</L></xml>", "a,b")]
    [InlineData("<xml><L><Id>a</Id><Id><![CDATA[b]]></Id></L></xml>", "a,b")]
    [InlineData("<xml><L>\n</L></xml>", "")]
    [InlineData("{\"L\":[\"a\",\"b\"]}", "a,b")]
    [InlineData("{\"L\":\"a\"}", "a")]
    [InlineData("{\"L\":[1,2]}", "1,2")]
    [InlineData("{\"L\":{\"id\":[\"a\",\"b\"]}}", "a,b")]
    [InlineData("{\"L\":{}}", "")]
    public void Texts_AnyShape_AreRead(string document, string expected) =>
        Assert.Equal(expected, string.Join(',', Read(document, static (in p) => p.Texts("L"u8, "Id"u8))));

    [Theory]
    [InlineData("<xml><T>a</T></xml>", "a")]
    [InlineData("<xml><T></T></xml>", "")]
    [InlineData("<xml/>", null)]
    [InlineData("{\"T\":\"\"}", "")]
    [InlineData("{\"T\":null}", null)]
    public void OptionalText_AnyShape_IsTheTextOrNull(string document, string? expected)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        PayloadFields.Read(Encoding.UTF8.GetBytes(document), ref list, out var payload);
        Assert.Equal(expected, payload.OptionalText("T"u8));
    }

    [Theory]
    [InlineData("<xml><L>1,2</L></xml>", "1;2")]
    [InlineData("<xml><L><![CDATA[ 1 , ,2,]]></L></xml>", "1;2")]
    [InlineData("<xml><L>1</L><L>2</L></xml>", "1;2")]
    [InlineData("<xml><L>1,x,99999999999,3</L></xml>", "1;3")]
    [InlineData("<xml><L></L></xml>", "")]
    [InlineData("<xml/>", "")]
    [InlineData("{\"L\":[1,\"2\"]}", "1;2")]
    [InlineData("{\"L\":1}", "1")]
    public void SplitNumbers_AnyShape_AreRead(string document, string expected) =>
        Assert.Equal(expected, string.Join(';', Read(document, static (in p) => p.SplitNumbers("L"u8))));

    [Theory]
    [InlineData("<xml><L>a,b</L></xml>", "a;b")]
    [InlineData("<xml><L><![CDATA[ a , ,b c,]]></L></xml>", "a;b c")]
    [InlineData("<xml><L><item>a</item><item>b,中</item></L></xml>", "a;b;中")]
    [InlineData("<xml><L>a&amp;,b</L></xml>", "a&;b")]
    [InlineData("<xml><L></L></xml>", "")]
    [InlineData("<xml/>", "")]
    [InlineData("{\"L\":[\"a,b\",3]}", "a;b;3")]
    [InlineData("{\"L\":\"a\\u002cb\"}", "a;b")]
    [InlineData("{\"L\":\"　a , \"}", "a")]
    [InlineData("{\"L\":{}}", "")]
    public void SplitTexts_AnyShape_AreRead(string document, string expected) =>
        Assert.Equal(expected, string.Join(';', Read(document, static (in p) => p.SplitTexts("L"u8))));

    [Fact]
    public void SplitTexts_AnotherSeparator_IsWhatSeparates() =>
        Assert.Equal(["a,b", "c"], Read("{\"L\":\"a,b|c|\"}", static (in p) => p.SplitTexts("L"u8, '|')));

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Lists_AnyLength_HaveAllItems(int count)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        var texts = numbers.Select(number => $"{number}").ToArray();
        var document = $"{{\"L\":[{string.Join(',', numbers)}],\"O\":[{string.Join(',', numbers.Select(number => $"{{\"A\":{number}}}"))}]}}";
        Assert.Equal(numbers, Read(document, static (in p) => p.SplitNumbers("L"u8)));
        Assert.Equal(texts, Read(document, static (in p) => p.Texts("L"u8)));
        Assert.Equal(texts, Read(document, static (in p) => p.Items("O"u8, static (in item) => item.Text("A"u8))));
    }

    [Theory]
    [InlineData("{\"O\":{\"A\":1},\"A\":2}", "1")]
    [InlineData("{\"A\":2}", "2")]
    public void Within_ObjectOrNone_ReadsThereOrHere(string document, string expected) =>
        Assert.Equal(expected, Read(document, static (in p) => p.Within("O"u8).Text("A"u8)));

    /// <summary>
    /// Names that differ in nothing, in case, in escapes, or in what a mark does not show; many of them and few, at the top and inside: each look-up
    /// finds what walking along the fields finds.
    /// </summary>
    [Fact]
    public void Find_AnyNames_IsTheFirstSpeltSoElseTheFirstInAnyCase() => Prop.ForAll(Arb.From(Objects(depth: 2)), document =>
    {
        var list = new PayloadFieldList(stackalloc PayloadField[4], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, PayloadFields.Read(Encoding.UTF8.GetBytes(document), ref list, out var payload));
        CompareWithAWalk(payload);
    }).Hold(1000);

    private static readonly string[] Names = ["a", "A", "Name", "name", "NAME", "Nxme", "nxmE", "N\\u0061me", "中", "", "item"];

    private static Gen<string> Objects(int depth)
    {
        var value = depth == 0 ? Gen.Elements("1", "\"x\"", "null", "[]") : Gen.OneOf(Gen.Elements("1", "[1,2]", "{}"), Objects(depth - 1), Objects(depth - 1).Select(item => $"[{item},{item}]"));
        var member = from name in Gen.Elements(Names)
                     from number in Gen.Choose(0, 300)
                     from inside in value
                     select $"\"{(number < 100 ? $"n{number}" : name)}\":{inside}";
        return from members in member.ListOf()
               from times in Gen.Elements(1, 1, 1, depth == 2 ? 30 : 1)
               select $"{{{string.Join(',', Enumerable.Repeat(members, times).SelectMany(all => all))}}}";
    }

    private static void CompareWithAWalk(in PayloadFields payload)
    {
        foreach (var text in Names)
        {
            var name = Encoding.UTF8.GetBytes(text.Replace("\\u0061", "a", StringComparison.Ordinal));
            Assert.Equal(Walk(payload, name, 0, spelt: false), payload.IndexOf(name));
            var found = Walk(payload, name, 0, spelt: true) is >= 0 and var spelt ? spelt : payload.IndexOf(name);
            Assert.Equal(found, payload.Find(name));
            Assert.Equal(found >= 0, payload.Contains(name));
            Assert.Equal(found < 0 ? "" : payload.TextAt(found), payload.Text(name));
            if (found < 0)
                continue;
            Assert.Equal(Walk(payload, name, payload.Next(found), spelt: false), payload.IndexAfter(found, name));
            foreach (var inner in Names)
            {
                var innerName = Encoding.UTF8.GetBytes(inner);
                Assert.Equal(payload.Children(name).Text(innerName), payload.Text(name, innerName));
                Assert.Equal(payload.Children(name).Children(innerName).End, payload.Children(name, innerName).End);
                Assert.Equal(payload.Children(name).Children(innerName).Text(name), payload.Children(name, innerName).Text(name));
            }
        }
        for (var i = 0; i < Math.Min(payload.End, 100); i = payload.Next(i))
            CompareWithAWalk(payload.ChildrenAt(i));
    }

    private static int Walk(in PayloadFields payload, ReadOnlySpan<byte> name, int start, bool spelt)
    {
        for (var i = start; i < payload.End; i = payload.Next(i))
        {
            if (spelt ? payload.NameAt(i).SequenceEqual(name) : JsonText.EqualsIgnoreCase(payload.NameAt(i), name))
                return i;
        }
        return -1;
    }

    private static T Read<T>(string document, PayloadFields.ReadItem<T> read)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, PayloadFields.Read(Encoding.UTF8.GetBytes(document), ref list, out var payload));
        return read(payload);
    }
}
