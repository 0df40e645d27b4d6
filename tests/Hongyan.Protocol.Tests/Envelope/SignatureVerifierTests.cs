using System.Text;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class SignatureVerifierTests
{
    [Fact]
    public void Sign_AnyValues_IsThatOfSortedText() =>
        Prop.ForAll(Texts.WellFormed(), Texts.WellFormed(), (token, encrypt) =>
        {
            var expected = Forge.Sign(encrypt, token);
            // The forger sorts UTF-16 units and the platform bytes; they differ only where astral characters meet U+E000 and above.
            if (!(token + encrypt).Any(c => c >= '\uD800'))
                Assert.Equal(expected, SignatureVerifier.Sign(token, Forge.Timestamp, Forge.Nonce, encrypt));
        }).Hold();

    [Fact]
    public void Sign_ValuesInAnyOrder_IsTheSame() =>
        Prop.ForAll(Texts.WellFormed(), Texts.WellFormed(), Texts.WellFormed(), (a, b, c) =>
        {
            var expected = SignatureVerifier.Sign(a, b, c, "d");
            string[][] orders = [[a, c, b, "d"], [b, a, "d", c], [c, "d", a, b], ["d", c, b, a], ["d", a, c, b], [b, "d", a, c]];
            foreach (var order in orders)
                Assert.Equal(expected, SignatureVerifier.Sign(order[0], order[1], order[2], order[3]));
        }).Hold();

    [Fact]
    public void Verify_OwnSignature_IsTrue() =>
        Prop.ForAll(Texts.WellFormed(), Texts.WellFormed(), Texts.WellFormed(), (token, nonce, encrypt) =>
        {
            var signature = SignatureVerifier.Sign(token, "1700000000", nonce, encrypt);
            Assert.True(Verify(token, nonce, encrypt, signature));
            Assert.False(Verify(token + "x", nonce, encrypt, signature));
            Assert.False(Verify(token, nonce, encrypt, signature[..39]));
            Assert.False(Verify(token, nonce, encrypt, signature + "0"));
        }).Hold();

    [Fact]
    public void Sign_BufferTooSmall_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SignatureVerifier.Sign("a"u8, "b"u8, "c"u8, "d"u8, new byte[39]));

    private static bool Verify(string token, string nonce, string encrypt, string signature) =>
        SignatureVerifier.Verify(Bytes(token), "1700000000"u8, Bytes(nonce), Bytes(encrypt), Bytes(signature));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
