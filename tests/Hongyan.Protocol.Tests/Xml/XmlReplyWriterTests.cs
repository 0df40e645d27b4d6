using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Xml;

public class XmlReplyWriterTests
{
    [Fact]
    public void Text_AnyText_ReadsBackAsItWas() =>
        Prop.ForAll(Texts.Any(), text =>
        {
            var root = XElement.Parse(Write(text));
            Assert.Equal(Writable(text), root.Element("a")!.Value);
        }).Hold();

    [Fact]
    public void Text_AnyText_ReadsBackThroughOurOwnScanner() =>
        Prop.ForAll(Texts.Any(), text =>
        {
            var document = Encoding.UTF8.GetBytes(Write(text));
            var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
            Assert.Equal(PayloadFault.None, XmlScanner.ScanDocument(document, ref list));
            Assert.Equal(Writable(text), new PayloadFields(document, list).Text("a"u8).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }).Hold();

    [Theory]
    [InlineData(0L)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Number_AnyWhole_IsWritten(long number)
    {
        var output = new ArrayBufferWriter<byte>();
        new XmlReplyWriter(output).Number("n"u8, number);
        Assert.Equal($"<n>{number.ToString(CultureInfo.InvariantCulture)}</n>", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData(1.3, "<n>1.3</n>")]
    [InlineData(2.25, "<n>2.25</n>")]
    public void Number_Fraction_HasAPointInAnyCulture(double number, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var output = new ArrayBufferWriter<byte>();
            new XmlReplyWriter(output).Number("n"u8, number);
            Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Write(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        var xml = new XmlReplyWriter(output);
        xml.Open("xml"u8);
        xml.Text("a"u8, text);
        xml.Close("xml"u8);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>What XML 1.0 can carry of a text, with line ends as a reader gives them back.</summary>
    private static string Writable(string text)
    {
        var wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var writable = wellFormed.Select(c => c switch
        {
            '\t' or '\n' or '\r' => c,
            < ' ' => ' ',
            '\uFFFE' or '\uFFFF' => '\uFFFD',
            _ => c,
        });
        return string.Concat(writable).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }
}
