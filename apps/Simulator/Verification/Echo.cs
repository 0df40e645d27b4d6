using System.Text;

namespace Hongyan.Simulator.Verification;

/// <summary>Compares what a bot answered to a URL verification with what it had to answer, byte for byte.</summary>
internal static class Echo
{
    private const int MaxShownBody = 200;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>What is wrong; null when the answer is right.</summary>
    public static Finding? Compare(ReadOnlySpan<byte> body, string echo)
    {
        if (body.SequenceEqual(Encoding.ASCII.GetBytes(echo)))
            return null;
        if (body.StartsWith(ByteOrderMark))
            return Finding.Of(FindingKind.EchoByteOrderMark);

        var text = Encoding.UTF8.GetString(body);
        return string.IsNullOrWhiteSpace(text) ? Finding.Of(FindingKind.EchoEmpty)
            : text.Trim() == echo ? Finding.Of(FindingKind.EchoWhiteSpace)
            : text.Trim().Trim('"', '\'') == echo ? Finding.Of(FindingKind.EchoQuoted)
            : Finding.Of(FindingKind.EchoDiffers, echo, Shorten(body));
    }

    /// <summary>A body as it is shown.</summary>
    public static string Shorten(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        return text.Length <= MaxShownBody ? text : text[..MaxShownBody] + "…";
    }
}
