using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class BadCiphertextTests
{
    private const string NotBase64 = "the ciphertext is not base64";
    private const string NotWholeBlocks = "the ciphertext is not a whole number of AES blocks";
    private const string BadLength = "the length field does not fit the decrypted buffer";
    private const string Foreign = "the message is meant for another receiveid";

    [Fact]
    public void Open_RightCiphertext_GivesTheMessage() =>
        Assert.Equal("<xml>秘密</xml>", Encoding.UTF8.GetString(Forge.Open(Forge.Encrypt("<xml>秘密</xml>")).Message.Span));

    [Theory]
    [InlineData("秘密SECRET")]
    [InlineData("SECRET*=")]
    [InlineData("SECR=ETX")]
    [InlineData("SECRE")]
    [InlineData("SECRET-_")]
    public void Open_NotBase64_IsBase64DecodeFailed(string encrypt) => Forge.Open(encrypt).With(CallbackError.Base64DecodeFailed, NotBase64, encrypt);

    [Fact]
    public void Open_EmptyCiphertext_IsDecryptFailed() => Forge.Open("").With(CallbackError.DecryptFailed, NotWholeBlocks);

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(63)]
    public void Open_NotAMultipleOf16_IsDecryptFailed(int length)
    {
        var encrypt = Convert.ToBase64String(new byte[length]);
        Forge.Open(encrypt).With(CallbackError.DecryptFailed, NotWholeBlocks, encrypt);
    }

    [Fact]
    public void Open_OneBlock_IsIllegalBuffer() =>
        Forge.Open(Forge.Encrypt("0123456789abcdef"u8.ToArray()))
            .With(CallbackError.IllegalBuffer, "the decrypted buffer is shorter than its header");

    [Fact]
    public void Open_NothingButPadding_IsIllegalBuffer() =>
        Forge.Open(Forge.Encrypt(Forge.Pad([])))
            .With(CallbackError.IllegalBuffer, "the decrypted buffer is shorter than its header");

    [Fact]
    public void Open_PadLongerThanTheBuffer_IsNoPad() =>
        Forge.Open(Forge.Encrypt([.. "0123456789abcde"u8, 32])).With(CallbackError.IllegalBuffer, "the decrypted buffer is shorter than its header");

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(255)]
    public void Open_ImpossiblePad_IsReceiveIdMismatch(byte pad) =>
        Forge.Open(Forge.Encrypt(Forge.Pad(Forge.Plain("秘密SECRET"), pad))).With(CallbackError.ReceiveIdMismatch, Foreign, "秘密SECRET");

    [Fact]
    public void Open_PadThatCutsTheReceiveId_IsReceiveIdMismatch()
    {
        var padded = Forge.Pad(Forge.Plain("秘密SECRET"));
        Forge.Open(Forge.Encrypt(Forge.Pad(Forge.Plain("秘密SECRET"), (byte)(padded[^1] + 1)))).With(CallbackError.ReceiveIdMismatch, Foreign);
    }

    [Fact]
    public void Open_EveryPadLength_GivesTheMessage()
    {
        for (var length = 0; length < 64; length++)
        {
            var message = new string('m', length);
            Assert.Equal(message, Encoding.UTF8.GetString(Forge.Open(Forge.Encrypt(message)).Message.Span));
        }
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 19)]
    [InlineData(40)]
    public void Open_LengthFieldOutsideTheBuffer_IsIllegalBuffer(int length) =>
        Forge.Open(Forge.Encrypt(Forge.Pad(Forge.Plain("秘密SECRET", length: length)))).With(CallbackError.IllegalBuffer, BadLength, "秘密SECRET");

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(30)]
    public void Open_LengthFieldNotThatOfTheMessage_IsReceiveIdMismatch(int length)
    {
        Assert.Equal(12, Encoding.UTF8.GetByteCount("秘密SECRET"));
        Forge.Open(Forge.Encrypt(Forge.Pad(Forge.Plain("秘密SECRET", length: length)))).With(CallbackError.ReceiveIdMismatch, Foreign, "秘密SECRET");
    }

    [Theory]
    [InlineData("")]
    [InlineData("wwfedcba9876543210")]
    [InlineData("WW0123456789ABCDEF")]
    [InlineData("ww0123456789abcde")]
    [InlineData("ww0123456789abcdef0")]
    [InlineData("ww0123456789abcdef\0")]
    public void Open_ForeignReceiveId_IsReceiveIdMismatch(string receiveId) =>
        Forge.Open(Forge.Encrypt(Forge.Pad(Forge.Plain("秘密SECRET", receiveId)))).With(CallbackError.ReceiveIdMismatch, Foreign, "秘密SECRET", receiveId);

    [Fact]
    public void VerifyUrl_ForeignReceiveId_IsReceiveIdMismatch()
    {
        var echo = Forge.Encrypt(Forge.Pad(Forge.Plain("5927782489442352469", "wwfedcba9876543210")));
        Forge.Account.VerifyUrl(Forge.Query(echo, echo)).With(CallbackError.ReceiveIdMismatch, Foreign, "5927782489442352469");
    }

    [Fact]
    public void Open_AnotherKey_IsIllegalBuffer()
    {
        var encrypt = Forge.Encrypt(Forge.Pad(Forge.Plain("秘密SECRET")), key: Vectors.Official.Key);
        Forge.Open(encrypt).With(CallbackError.IllegalBuffer, BadLength, encrypt);
    }

    [Fact]
    public void Open_MessageThatIsNotXml_GivesItAll()
    {
        // Authentic is authentic: what cannot be read is the parser's affair, and the platform must not send it again.
        var result = Forge.Open(Forge.Encrypt("<!DOCTYPE \0 ]]>"));
        Assert.Equal("<!DOCTYPE \0 ]]>", Encoding.UTF8.GetString(result.Message.Span));
    }
}
