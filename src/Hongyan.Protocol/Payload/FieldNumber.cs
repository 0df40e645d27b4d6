using System.Buffers.Binary;
using System.Globalization;

namespace Hongyan.Protocol;

/// <summary>Numbers and moments in the form that the platforms nearly always write, read without the general parser, which takes several times as long.</summary>
internal static class FieldNumber
{
    /// <summary>Digits that a double holds exactly, whatever they are.</summary>
    private const int ExactDigits = 15;

    /// <summary>Digits that a long holds, whatever they are.</summary>
    private const int WholeDigits = 18;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a whole number.</summary>
    public static bool TryReadWhole(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > WholeDigits)
            return TryReadRareWhole(text, out number);
        var rest = text;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            if (!TryReadEight(rest, out var eight))
                return TryReadRareWhole(text, out number);
            number = number * 100_000_000 + eight;
        }
        foreach (var digit in rest)
        {
            if (!char.IsAsciiDigit((char)digit))
                return TryReadRareWhole(text, out number);
            number = number * 10 + (digit - '0');
        }
        return true;
    }

    /// <summary>Reads eight digits in one word: neighbours become numbers of two digits, those of four, those of eight, where one by one each waits for the one before.</summary>
    private static bool TryReadEight(ReadOnlySpan<byte> text, out uint number)
    {
        var digits = BinaryPrimitives.ReadUInt64LittleEndian(text) - 0x3030303030303030;
        number = 0;
        // Of a byte that is no digit, the highest bit is set here or once six more than makes ten is added.
        if (((digits | digits + 0x7676767676767676) & 0x8080808080808080) != 0)
            return false;
        digits = digits * 10 + (digits >> 8) & 0x00FF00FF00FF00FF;
        digits = digits * 100 + (digits >> 16) & 0x0000FFFF0000FFFF;
        number = (uint)(digits * 10_000 + (digits >> 32));
        return true;
    }

    private static bool TryReadRareWhole(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        // An id that is a text begins with a letter, and the general parser takes its time to refuse it.
        return text is not [>= (byte)'A' and <= (byte)'z', ..] && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads a decimal number that is finite.</summary>
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out double number) =>
        TryReadShort(text, out number) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Reads digits with a point among them, such as a coordinate. They and the power of ten are exact, so their quotient is the double that is nearest.</summary>
    private static bool TryReadShort(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        var isNegative = text is [(byte)'-', ..];
        var digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > ExactDigits)
            return false;
        long all = 0;
        var decimals = -1;
        foreach (var digit in digits)
        {
            if (digit == '.' && decimals < 0)
                decimals = 0;
            else if (!char.IsAsciiDigit((char)digit))
                return false;
            else
            {
                all = all * 10 + (digit - '0');
                decimals += decimals < 0 ? 0 : 1;
            }
        }
        // A point alone is no number, and at an end of one too rare to be worth a thought.
        if (digits[0] == '.' || digits[^1] == '.')
            return false;
        number = all / PowersOfTen[Math.Max(decimals, 0)];
        number = isNegative ? -number : number;
        return true;
    }
}
