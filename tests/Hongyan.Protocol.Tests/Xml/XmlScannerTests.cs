using System.Text;
using System.Xml.Linq;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Xml;

public class XmlScannerTests
{
    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a></a>")]
    [InlineData("<a ></a >")]
    [InlineData("<a b='1' c=\">\"/>")]
    [InlineData("  <a/>\r\n")]
    [InlineData("<?xml version='1.0'?><!-- a > b --><a/><!-- c -->")]
    [InlineData("<a>b&amp;c&#65;&#x4E2D;</a>")]
    [InlineData("<a><![CDATA[</a>]]></a>")]
    [InlineData("<企业><成员/></企业>")]
    public void ScanDocument_WellFormed_IsAccepted(string document) => Assert.Equal("None", Scan(document));

    [Theory]
    [InlineData("", "NotXml")]
    [InlineData("a", "NotXml")]
    [InlineData("<a></b>", "NotXml")]
    [InlineData("<a></a", "Truncated")]
    [InlineData("<a", "Truncated")]
    [InlineData("<a><b></a>", "NotXml")]
    [InlineData("<a><b></a></b>", "NotXml")]
    [InlineData("<a b='></a>", "Truncated")]
    [InlineData("<a/><b/>", "NotXml")]
    [InlineData("</a>", "NotXml")]
    [InlineData("<a><![CDATA[</a>", "Truncated")]
    [InlineData("<a><![CDA", "Truncated")]
    [InlineData("<a><!DOCT", "Truncated")]
    [InlineData("<a><!--></a>", "Truncated")]
    [InlineData("<a><?></a>", "Truncated")]
    [InlineData("<![CDATA[]]><a/>", "NotXml")]
    [InlineData("<!DOCTYPE a><a/>", "DocumentType")]
    [InlineData("<a>&b;</a>", "UnknownEntity")]
    public void ScanDocument_Malformed_IsRefused(string document, string fault) => Assert.Equal(fault, Scan(document));

    [Theory]
    [InlineData(31, "None")]
    [InlineData(32, "None")]
    [InlineData(33, "TooDeep")]
    public void ScanDocument_Nested_IsAcceptedTo32(int depth, string fault) =>
        Assert.Equal(fault, Scan(string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth))));

    [Theory]
    [InlineData(16_384, "None")]
    [InlineData(16_385, "TooManyFields")]
    public void ScanDocument_ManyElements_IsAcceptedTo16384(int count, string fault)
    {
        Assert.Equal(fault, Scan($"<a><c>{string.Concat(Enumerable.Repeat("<b/>", count - 1))}</c></a>"));
        Assert.Equal(fault, Scan($"<a>{string.Concat(Enumerable.Repeat("<b/>", count))}</a>"));
        Assert.Equal(fault, Scan($"<a>{string.Concat(Enumerable.Repeat("<b></b>", count))}</a>"));
    }

    [Fact]
    public void ScanDocument_Children_AreListedWithTheirContent()
    {
        var document = Encoding.UTF8.GetBytes("<xml a='1'>x<a>1</a> <b c='2'/><a><d>2</d></a><e><![CDATA[3]]></e></xml>");
        var list = new PayloadFieldList(stackalloc PayloadField[1], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, XmlScanner.ScanDocument(document, ref list));
        var xml = new PayloadFields(document, list);

        var found = new List<string>();
        for (var i = 0; i < xml.End; i = xml.Next(i))
            found.Add($"{Encoding.UTF8.GetString(xml.NameAt(i))}={Encoding.UTF8.GetString(xml.ContentAt(i))}");
        Assert.Equal(["a=1", "b=", "a=<d>2</d>", "e=<![CDATA[3]]>"], found);
        Assert.Equal("2", xml.ChildrenAt(2).Text("D"u8));
        Assert.Equal(2, xml.IndexAfter(0, "A"u8));
        Assert.Equal(-1, xml.IndexAfter(2, "A"u8));
        Assert.Equal(-1, xml.IndexOf("d"u8));
    }

    /// <summary>What the framework's reader accepts is accepted here too, and its text reads the same.</summary>
    [Fact]
    public void ScanDocument_AnyMarkup_AgreesWithTheFrameworksReader()
    {
        var accepted = 0;
        Prop.ForAll(Texts.NearlyXml(), markup =>
        {
            if (TryParse(markup) is not { } root || markup.Contains("<!", StringComparison.Ordinal) && Scan(markup) == "DocumentType")
                return;
            accepted++;
            Assert.Equal("None", Scan(markup));
            var (names, texts) = Children(markup);
            Assert.Equal(root.Elements().Select(e => e.Name.LocalName), names);
            Assert.Equal(root.Elements().Select(OwnText), texts.Select(Normalized));
        }).Hold();
        Assert.InRange(accepted, 20, int.MaxValue);
    }

    private static string OwnText(XElement element) => Normalized(string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value)));

    /// <summary>The framework's reader turns line ends into \n, and we trim around a single section.</summary>
    private static string Normalized(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static XElement? TryParse(string markup)
    {
        try
        {
            return XElement.Parse(markup, LoadOptions.PreserveWhitespace);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private static string Scan(string document)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        return XmlScanner.ScanDocument(Encoding.UTF8.GetBytes(document), ref list).ToString();
    }

    private static (List<string> Names, List<string> Texts) Children(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, XmlScanner.ScanDocument(bytes, ref list));
        var xml = new PayloadFields(bytes, list);
        var names = new List<string>();
        var texts = new List<string>();
        for (var i = 0; i < xml.End; i = xml.Next(i))
        {
            names.Add(Encoding.UTF8.GetString(xml.NameAt(i)));
            texts.Add(XmlText.Decode(xml.ContentAt(i)));
        }
        return (names, texts);
    }
}
