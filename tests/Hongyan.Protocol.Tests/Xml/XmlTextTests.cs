using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Xml;

public class XmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("<![CDATA[a<b>&amp;c]]>", "a<b>&amp;c")]
    [InlineData("\n  <![CDATA[a]]>\n", "a")]
    [InlineData("<![CDATA[]]>", "")]
    [InlineData("a&amp;b&lt;c&gt;d&quot;e&apos;f", "a&b<c>d\"e'f")]
    [InlineData("&#20013;&#x4e2D;&#128512;", "中中😀")]
    [InlineData("&#xD800;&#x110000;", "��")]
    [InlineData("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b")]
    [InlineData("x<![CDATA[y]]>z", "xyz")]
    [InlineData("a<b>c</b>d<e/>f", "adf")]
    [InlineData("a<b c='>' d=\"/\">x&amp;<![CDATA[y]]></b>z", "az")]
    [InlineData("a<!-- <b> -->c<?d > e?>f", "acf")]
    [InlineData("a<!--> <b> \"-->c", "ac")]
    [InlineData("a<?> <b> \"?>c", "ac")]
    public void Decode_AnyContent_IsItsText(string content, string expected) =>
        Assert.Equal(expected, XmlText.Decode(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("1", 1L)]
    [InlineData(" 42\n", 42L)]
    [InlineData("<![CDATA[7]]>", 7L)]
    [InlineData("<![CDATA[ 7 ]]>", 7L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("4<!-- -->2", 42L)]
    [InlineData("&#52;2", 42L)]
    [InlineData("9223372036854775808", null)]
    [InlineData("", null)]
    [InlineData("1.5", null)]
    [InlineData("1,000", null)]
    [InlineData("x", null)]
    [InlineData("<![CDATA[]]>", null)]
    public void Number_AnyForm_IsReadOrNull(string content, long? expected)
    {
        var document = Encoding.UTF8.GetBytes($"<xml><n>{content}</n></xml>");
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, XmlScanner.ScanDocument(document, ref list));
        Assert.Equal(expected, new PayloadFields(document, list).Number("N"u8));
    }

    [Theory]
    [InlineData("23.1291", 23.1291)]
    [InlineData("<![CDATA[-0.5]]>", -0.5)]
    [InlineData("1e2", 100.0)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("", null)]
    public void Decimal_AnyForm_IsReadOrNull(string content, double? expected)
    {
        var document = Encoding.UTF8.GetBytes($"<xml><n>{content}</n></xml>");
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        Assert.Equal(PayloadFault.None, XmlScanner.ScanDocument(document, ref list));
        Assert.Equal(expected, new PayloadFields(document, list).Decimal("n"u8));
    }
}
