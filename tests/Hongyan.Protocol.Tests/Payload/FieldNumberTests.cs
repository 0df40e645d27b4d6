using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Payload;

public class FieldNumberTests
{
    private static readonly string[] Pieces = ["0", "1", "7", "9", "23", "137466", "999999999", ".", "-", "+", "e", "E5", "e-3", "x", " ", ",", "\0"];

    /// <summary>Whatever is read the short way is the number that the general parser finds, and nothing else is refused.</summary>
    [Fact]
    public void TryReadDecimal_AnyText_AgreesWithTheGeneralParser() => Prop.ForAll(AnyText(), text =>
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected) && double.IsFinite(expected);
        Assert.Equal(isNumber, FieldNumber.TryReadDecimal(Encoding.UTF8.GetBytes(text), out var number));
        if (isNumber)
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(number));
    }).Hold(3000);

    [Theory]
    [InlineData("23.137466")]
    [InlineData("-113.352425")]
    [InlineData("119.38504")]
    [InlineData("0.1")]
    [InlineData("-0")]
    [InlineData("123456789012345")]
    [InlineData("12345678.9012345")]
    [InlineData("1234567890123456789012345.5")]
    [InlineData("0.00000000000001")]
    public void TryReadDecimal_ANumber_IsTheNearestDouble(string text)
    {
        Assert.True(FieldNumber.TryReadDecimal(Encoding.UTF8.GetBytes(text), out var number));
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(number));
    }

    /// <summary>Digits are read eight at a time, so whatever is no digit may stand anywhere among them.</summary>
    [Fact]
    public void TryReadWhole_AnyByteAnywhereAmongDigits_AgreesWithTheGeneralParser()
    {
        for (var length = 1; length <= 20; length++)
        {
            for (var at = 0; at < length; at++)
            {
                for (var value = 0; value <= byte.MaxValue; value++)
                {
                    var text = Encoding.ASCII.GetBytes("98765432109876543210"[..length]);
                    text[at] = (byte)value;
                    Assert.Equal(long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var expected), FieldNumber.TryReadWhole(text, out var number));
                    Assert.Equal(expected, number);
                }
            }
        }
    }

    [Fact]
    public void TryReadWhole_AnyText_AgreesWithTheGeneralParser() => Prop.ForAll(AnyText(), text =>
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var expected);
        Assert.Equal(isNumber, FieldNumber.TryReadWhole(Encoding.UTF8.GetBytes(text), out var number));
        if (isNumber)
            Assert.Equal(expected, number);
    }).Hold(3000);

    private static Arbitrary<string> AnyText() => Arb.From(Gen.Elements(Pieces).ListOf().Select(string.Concat));
}
