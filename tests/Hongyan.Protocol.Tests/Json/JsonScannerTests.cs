using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Json;

public class JsonScannerTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(" \r\n{ }\t")]
    [InlineData("""{"a":1,"b":-2.5e+3,"c":"x","d":true,"e":false,"f":null,"g":[],"h":{}}""")]
    [InlineData("""{ "a" : [ 1 , [ 2 , { "b" : "]}" } ] ] }""")]
    [InlineData("""{"a":"\"\\\/\b\f\n\r\t\u4e2d\uD83D\uDE00"}""")]
    [InlineData("{\"a\":\"x\ny\"}")]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":1,"a":2}""")]
    public void ScanDocument_AnObject_IsAccepted(string document) => Assert.Equal("None", Scan(document));

    [Theory]
    [InlineData("", "NotJson")]
    [InlineData("[]", "NotJson")]
    [InlineData("1", "NotJson")]
    [InlineData("{", "Truncated")]
    [InlineData("{\"", "Truncated")]
    [InlineData("{\"a\"", "Truncated")]
    [InlineData("{\"a\":", "Truncated")]
    [InlineData("{\"a\":tr", "Truncated")]
    [InlineData("{\"a\":1", "Truncated")]
    [InlineData("{\"a\":1,", "Truncated")]
    [InlineData("{\"a\":[", "Truncated")]
    [InlineData("{\"a\":[1,", "Truncated")]
    [InlineData("{\"a\":{\"b\":", "Truncated")]
    [InlineData("{\"a\":\"\\", "Truncated")]
    [InlineData("{\"a\":\"\\u4e", "Truncated")]
    [InlineData("{}}", "NotJson")]
    [InlineData("{}{}", "NotJson")]
    [InlineData("{,}", "NotJson")]
    [InlineData("{\"a\":1,}", "NotJson")]
    [InlineData("{\"a\":[1,]}", "NotJson")]
    [InlineData("{\"a\":[1}]", "NotJson")]
    [InlineData("{\"a\" 1}", "NotJson")]
    [InlineData("{a:1}", "NotJson")]
    [InlineData("{'a':1}", "NotJson")]
    [InlineData("{\"a\":1x}", "NotJson")]
    [InlineData("{\"a\":trux}", "NotJson")]
    [InlineData("{\"a\":+1}", "NotJson")]
    [InlineData("{\"a\":\"\\x\"}", "NotJson")]
    [InlineData("{\"a\":\"\\u4e2x\"}", "NotJson")]
    [InlineData("{/**/}", "NotJson")]
    public void ScanDocument_AnythingElse_IsRefused(string document, string fault) => Assert.Equal(fault, Scan(document));

    [Theory]
    [InlineData(31, "None")]
    [InlineData(32, "None")]
    [InlineData(33, "TooDeep")]
    [InlineData(1_000_000, "TooDeep")]
    public void ScanDocument_Nested_IsAcceptedTo32(int depth, string fault)
    {
        Assert.Equal(fault, Scan(string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1)));
        Assert.Equal(fault, Scan("{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}"));
        Assert.Equal(fault, Scan("{\"a\":{\"a\":" + new string('[', depth - 2) + new string(']', depth - 2) + "}}"));
    }

    [Theory]
    [InlineData(16_384, "None")]
    [InlineData(16_385, "TooManyFields")]
    public void ScanDocument_ManyMembers_IsAcceptedTo16384(int count, string fault)
    {
        Assert.Equal(fault, Scan($"{{\"a\":{{\"b\":[{string.Join(',', Enumerable.Repeat("1", count - 1))}]}}}}"));
        Assert.Equal(fault, Scan($"{{{string.Join(',', Enumerable.Repeat("\"a\":1", count))}}}"));
        Assert.Equal(fault, Scan($"{{\"a\":[{string.Join(',', Enumerable.Repeat("1", count))}]}}"));
    }

    [Fact]
    public void ScanDocument_Members_AreListedWithTheirValues() => Assert.Equal(
        ["a=1", "b=\"x\"", "b=2", "b={\"c\":[3]}", "b=true", "d={}"],
        Members("""{"a":1, "b":["x",2,null,{"c":[3]},[[true]]], "n":null, "e":[], "d":{}}"""));

    /// <summary>What the framework's reader accepts is accepted here too, and reads the same.</summary>
    [Fact]
    public void ScanDocument_AnyJson_AgreesWithTheFrameworksReader()
    {
        var accepted = 0;
        Prop.ForAll(Texts.NearlyJson(), document =>
        {
            if (TryParse(document) is not { } parsed)
                return;
            using (parsed)
            {
                accepted++;
                Assert.Equal("None", Scan(document));
                Assert.Equal(parsed.RootElement.EnumerateObject().SelectMany(member => Flattened(member.Name, member.Value)), DecodedMembers(document));
            }
        }).Hold();
        Assert.InRange(accepted, 20, int.MaxValue);
    }

    /// <summary>Strings are looked at 32 characters at a time: what is special about one may stand anywhere in such a piece, and the document may end in it.</summary>
    [Theory]
    [InlineData("x")]
    [InlineData("\\n")]
    [InlineData("\\\"")]
    [InlineData("\\u4e2d")]
    [InlineData("é")]
    [InlineData("中")]
    [InlineData("\uD83D\uDE00")]
    public void ScanDocument_SomethingSpecialAnywhereInAString_ReadsAsWithTheFrameworksReader(string special)
    {
        for (var before = 0; before < 70; before++)
        {
            for (var behind = 0; behind < 70; behind += 3)
            {
                var text = new string('b', before) + special + new string('c', behind);
                foreach (var document in new[] { $"{{\"a\":\"{text}\"}}", $"{{\"{text}\":1,\"a\":\"x\"}}", $"{{\"a\":\"{text}\",\"b\":\"A value that fills another piece of them\"}}" })
                {
                    using var parsed = JsonDocument.Parse(document);
                    Assert.Equal(parsed.RootElement.EnumerateObject().SelectMany(member => Flattened(member.Name, member.Value)), DecodedMembers(document));
                }
                Assert.Equal("Truncated", Scan($"{{\"a\":\"{text}"));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    public void ScanDocument_BytesThatAreNoUtf8_IsRefused(int before)
    {
        byte[][] documents =
        [
            [.. "{\"a\":\""u8, .. Enumerable.Repeat((byte)'b', before), 0xE4, 0xB8, .. "\"}"u8],
            [.. "{\"a\":\""u8, .. Enumerable.Repeat((byte)'b', before), 0xFF, .. "ccccccccccccccccccccccccccccccccc\",\"d\":1}"u8],
            [.. "{\""u8, .. Enumerable.Repeat((byte)'b', before), 0xC0, 0x80, .. "\":1}"u8],
            [.. "{\"a\":1}"u8, .. Enumerable.Repeat((byte)' ', before), 0x80],
            [.. "{\"a\":"u8, .. Enumerable.Repeat((byte)' ', before), 0xFF, .. "}"u8],
        ];
        foreach (var document in documents)
            Assert.Equal(PayloadFault.InvalidUtf8, ScanBytes(document));
    }

    /// <summary>What the framework's reader accepts of broken payloads is accepted here too, and reads the same however deep.</summary>
    [Fact]
    public void ScanDocument_BrokenPayloads_AgreesWithTheFrameworksReader()
    {
        var payloads = Incoming.Corpus.ReadableNames.Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Select(Incoming.Corpus.Payload).ToArray();
        var accepted = 0;
        Prop.ForAll(Arb.From(Gen.Elements(payloads).SelectMany(Texts.Damaged)), bytes =>
        {
            if (TryParse(bytes) is not { } parsed)
                return;
            using (parsed)
            {
                accepted++;
                Assert.Equal(PayloadFault.None, ScanBytes(bytes));
                Assert.Equal(Leaves(parsed.RootElement, ""), Leaves(bytes));
            }
        }).Hold(3000);
        Assert.InRange(accepted, 100, int.MaxValue);
    }

    private static IEnumerable<string> Leaves(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value, $"{path}/{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(item, path)),
        JsonValueKind.Null => [],
        JsonValueKind.String => [$"{path}={value.GetString()}"],
        _ => [$"{path}={value.GetRawText()}"],
    };

    private static List<string> Leaves(byte[] document)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[1], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, PayloadFields.Read(document, ref list, out var payload));
        var leaves = new List<string>();
        AddLeaves(payload, "", leaves);
        return leaves;
    }

    private static void AddLeaves(in PayloadFields payload, string path, List<string> leaves)
    {
        for (var i = 0; i < payload.End; i = payload.Next(i))
        {
            var name = $"{path}/{JsonText.Unescape(payload.NameAt(i))}";
            if (payload.ContentAt(i) is [(byte)'{', ..])
                AddLeaves(payload.ChildrenAt(i), name, leaves);
            else
                leaves.Add($"{name}={payload.TextAt(i)}");
        }
    }

    private static PayloadFault ScanBytes(byte[] document)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        return JsonScanner.ScanDocument(document, ref list);
    }

    private static IEnumerable<string> Flattened(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Flattened(name, item)),
        JsonValueKind.Object => [$"{name}="],
        JsonValueKind.String => [$"{name}={value.GetString()}"],
        _ => [$"{name}={value.GetRawText()}"],
    };

    private static JsonDocument? TryParse(string document) => TryParse(Encoding.UTF8.GetBytes(document));

    private static JsonDocument? TryParse(byte[] document)
    {
        try
        {
            var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = PayloadFields.MaxDepth });
            if (parsed.RootElement.ValueKind == JsonValueKind.Object && HasWholeText(parsed.RootElement))
                return parsed;
            parsed.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The framework refuses to read half a surrogate pair; here it is a replacement character.</summary>
    private static bool HasWholeText(JsonElement root)
    {
        try
        {
            return Leaves(root, "").All(text => text.Length > 0);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Scan(string document)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        return JsonScanner.ScanDocument(Encoding.UTF8.GetBytes(document), ref list).ToString();
    }

    private static List<string> Members(string document) => List(document, static (in payload, i) => Encoding.UTF8.GetString(payload.ContentAt(i)));

    private static List<string> DecodedMembers(string document) => List(document, static (in payload, i) => payload.TextAt(i));

    private delegate string Describe(in PayloadFields payload, int index);

    private static List<string> List(string document, Describe describe)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var list = new PayloadFieldList(stackalloc PayloadField[1], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, JsonScanner.ScanDocument(bytes, ref list));
        var payload = new PayloadFields(bytes, list, isJson: true);
        var members = new List<string>();
        for (var i = 0; i < payload.End; i = payload.Next(i))
            members.Add($"{JsonText.Unescape(payload.NameAt(i))}={describe(payload, i)}");
        return members;
    }
}
