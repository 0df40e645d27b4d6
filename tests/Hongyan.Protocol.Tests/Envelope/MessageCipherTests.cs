using System.Buffers;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class MessageCipherTests
{
    [Theory]
    [InlineData(Vectors.Official.Key, true)]
    [InlineData(Vectors.Synthetic.Key, true)]
    [InlineData("+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C=", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2 ", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2鸿", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2-", false)]
    public void IsUsableKey_AnyKey_TakesWhatThePlatformGives(string? key, bool usable) => Assert.Equal(usable, MessageCipher.IsUsableKey(key));

    [Fact]
    public void Constructor_UnusableKey_ThrowsWithoutTheKey()
    {
        const string Key = "not-a-key-but-secret";
        var exception = Assert.Throws<FormatException>(() => new MessageCipher(Key, "ww"));
        Assert.DoesNotContain(Key, exception.Message, StringComparison.Ordinal);
        Assert.Contains("20", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Encrypt_PrefixNot16Bytes_Throws(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new MessageCipher(Vectors.Synthetic.Key, "ww").Encrypt("hi"u8, new byte[length], new ArrayBufferWriter<byte>()));

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public void Decrypt_OwnCiphertextOfAnyLength_GivesTheMessage(int length)
    {
        var cipher = new MessageCipher(Vectors.Synthetic.Key, "ww");
        var message = new byte[length];
        Array.Fill(message, (byte)'m');
        var encrypted = new ArrayBufferWriter<byte>();
        cipher.Encrypt(message, encrypted);
        Assert.Equal(message, cipher.Decrypt(encrypted.WrittenSpan).Message.ToArray());
    }
}
