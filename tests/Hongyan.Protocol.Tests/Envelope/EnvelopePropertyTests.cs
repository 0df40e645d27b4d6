using System.Buffers;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class EnvelopePropertyTests
{
    private const string KeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly Gen<string> Keys = Gen.Elements(KeyCharacters.ToCharArray()).ListOf(43).Select(string.Concat);

    private static readonly Gen<(string Text, string Token, string Key, string ReceiveId)> Accounts =
        from text in Texts.WellFormed().Generator
        from token in Texts.WellFormed().Generator
        from key in Keys
        from receiveId in Texts.WellFormed().Generator
        select (text, token, key, receiveId);

    [Fact]
    public void Open_WhatWasSealed_GivesTheText() =>
        Prop.ForAll(Arb.From(Accounts), account =>
        {
            var envelope = new CallbackEnvelope(account.Token, account.Key, account.ReceiveId);
            var output = new ArrayBufferWriter<byte>();
            envelope.Seal(Encoding.UTF8.GetBytes(account.Text), "1700000000", "1372623149", output);

            var xml = XElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan));
            var query = new CallbackQuery((string?)xml.Element("MsgSignature"), "1700000000", "1372623149", (string?)xml.Element("Encrypt"));
            Assert.Equal(account.Text, Encoding.UTF8.GetString(envelope.Open(query, output.WrittenSpan).Message.Span));
            Assert.Equal(account.Text, Encoding.UTF8.GetString(envelope.VerifyUrl(query).Message.Span));
        }).Hold();

    [Fact]
    public void Open_AnyBytes_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), body =>
        {
            var result = Forge.Account.Open(new CallbackQuery(new string('0', 40), "1", "2"), body);
            Assert.False(result.Succeeded);
            Assert.NotEmpty(result.Reason);
        }).Hold();

    [Fact]
    public void Open_AnyMarkup_NeverThrows() =>
        Prop.ForAll(Texts.NearlyXml(), body =>
            Assert.False(Forge.Account.Open(new CallbackQuery(new string('0', 40), "1", "2"), Encoding.UTF8.GetBytes(body)).Succeeded)).Hold();

    [Fact]
    public void Open_DamagedEnvelope_OpensOnlyTheSameMessage()
    {
        var encrypt = Forge.Encrypt(Vectors.Synthetic.TextMessage);
        var query = Forge.Query(encrypt);
        Prop.ForAll(Arb.From(Texts.Damaged(Forge.Body(encrypt))), body =>
        {
            var result = Forge.Account.Open(query, body);
            if (result.Succeeded)
                Assert.Equal(Vectors.Synthetic.TextMessage, Encoding.UTF8.GetString(result.Message.Span));
        }).Hold();
    }

    [Fact]
    public void Open_DamagedCiphertextRightlySigned_NeverThrows() =>
        Prop.ForAll(Arb.From(Texts.Damaged(Encoding.ASCII.GetBytes(Forge.Encrypt("hi")))), bytes =>
        {
            var encrypt = Encoding.UTF8.GetString(bytes);
            Assert.NotNull(Forge.Account.VerifyUrl(Forge.Query(encrypt, encrypt)).Reason);
        }).Hold();

    [Fact]
    public void Decrypt_AnyBlocks_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var blocks = bytes.Concat(new byte[16 - bytes.Length % 16]).ToArray();
            Assert.False(Forge.Open(Forge.Encrypt(blocks)).Succeeded);
        }).Hold();

    [Fact]
    public void VerifyUrl_AnyQuery_NeverThrows() =>
        Prop.ForAll(Texts.Any(), Texts.Any(), Texts.Any(), (signature, nonce, echo) =>
            Assert.False(Forge.Account.VerifyUrl(new CallbackQuery(signature, "1700000000", nonce, echo)).Succeeded)).Hold();
}
