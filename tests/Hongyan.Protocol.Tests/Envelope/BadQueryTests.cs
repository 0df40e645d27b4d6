using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class BadQueryTests
{
    private const string WrongSignature = "msg_signature does not fit: wrong Token, or the request was changed on its way";

    private static readonly string Encrypt = Forge.Encrypt("<xml><Content>秘密</Content></xml>");
    private static readonly CallbackQuery Valid = Forge.Query(Encrypt, echo: Encrypt);

    [Fact]
    public void Open_ValidQuery_Succeeds() => Assert.True(Open(Valid).Succeeded);

    [Fact]
    public void VerifyUrl_ValidQuery_Succeeds() => Assert.True(Forge.Account.VerifyUrl(Valid).Succeeded);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Open_SignatureMissing_IsParseFailed(string? missing) =>
        Open(Valid with { Signature = missing }).With(CallbackError.ParseFailed, "msg_signature is missing", Encrypt);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Open_TimestampMissing_IsParseFailed(string? missing) =>
        Open(Valid with { Timestamp = missing }).With(CallbackError.ParseFailed, "timestamp is missing", Encrypt);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Open_NonceMissing_IsParseFailed(string? missing) =>
        Open(Valid with { Nonce = missing }).With(CallbackError.ParseFailed, "nonce is missing", Encrypt);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void VerifyUrl_EchoMissing_IsParseFailed(string? missing) =>
        Forge.Account.VerifyUrl(Valid with { Echo = missing }).With(CallbackError.ParseFailed, "echostr is missing", Encrypt);

    [Fact]
    public void VerifyUrl_NoParametersAtAll_IsParseFailed() =>
        Forge.Account.VerifyUrl(default).With(CallbackError.ParseFailed, "echostr is missing");

    [Fact]
    public void VerifyUrl_WrongSignature_IsMismatch() =>
        Forge.Account.VerifyUrl(Valid with { Signature = new string('0', 40) }).With(CallbackError.SignatureMismatch, WrongSignature, Encrypt);

    [Fact]
    public void VerifyUrl_EchoWithBlankForPlus_IsMismatch()
    {
        // What arrives when a framework or a proxy decodes the query twice.
        var echo = Forge.Encrypt("5927782489442352469");
        for (var i = 0; !echo.Contains('+'); i++)
            echo = Forge.Encrypt($"592778248944235{i}");
        Forge.Account.VerifyUrl(Forge.Query(echo, echo.Replace('+', ' '))).With(CallbackError.SignatureMismatch, WrongSignature, echo);
    }

    [Fact]
    public void Open_SignatureOfAnotherToken_IsMismatch()
    {
        var signature = Forge.Sign(Encrypt, token: "another");
        Open(Valid with { Signature = signature }).With(CallbackError.SignatureMismatch, WrongSignature, signature, Encrypt);
    }

    [Fact]
    public void Open_AnotherTimestamp_IsMismatch() =>
        Open(Valid with { Timestamp = "1700000001" }).With(CallbackError.SignatureMismatch, WrongSignature, "1700000001");

    [Fact]
    public void Open_AnotherNonce_IsMismatch() =>
        Open(Valid with { Nonce = "1234567891" }).With(CallbackError.SignatureMismatch, WrongSignature, "1234567891");

    [Fact]
    public void Open_AnotherCiphertext_IsMismatch() =>
        Forge.Account.Open(Valid, Forge.Body(Forge.Encrypt("else"))).With(CallbackError.SignatureMismatch, WrongSignature);

    [Fact]
    public void Open_SignatureInUpperCase_IsMismatch()
    {
        var signature = Valid.Signature!.ToUpperInvariant();
        Open(Valid with { Signature = signature }).With(CallbackError.SignatureMismatch, WrongSignature, signature);
    }

    [Fact]
    public void Open_SignatureOf39Characters_IsMismatch() =>
        Open(Valid with { Signature = Valid.Signature![..39] }).With(CallbackError.SignatureMismatch, WrongSignature, Valid.Signature[..39]);

    [Fact]
    public void Open_SignatureOf41Characters_IsMismatch() =>
        Open(Valid with { Signature = Valid.Signature + "0" }).With(CallbackError.SignatureMismatch, WrongSignature, Valid.Signature);

    [Theory]
    [InlineData('？')]
    [InlineData('é')]
    [InlineData('\uD83D')]
    public void Open_SignatureNotAscii_IsMismatch(char character) =>
        Open(Valid with { Signature = Valid.Signature![..39] + character }).With(CallbackError.SignatureMismatch, WrongSignature, Valid.Signature[..39]);

    [Fact]
    public void Open_EveryCharacterOfTheSignatureChanged_IsMismatch()
    {
        for (var i = 0; i < 40; i++)
        {
            var signature = Valid.Signature!.ToCharArray();
            signature[i] = signature[i] == '0' ? '1' : '0';
            Open(Valid with { Signature = new string(signature) }).With(CallbackError.SignatureMismatch, WrongSignature);
        }
    }

    [Fact]
    public void Open_HugeNonce_IsMismatch() =>
        Open(Valid with { Nonce = new string('鸿', 100_000) }).With(CallbackError.SignatureMismatch, WrongSignature, "鸿鸿鸿鸿");

    private static EnvelopeResult Open(CallbackQuery query) => Forge.Account.Open(query, Forge.Body(Encrypt));
}
