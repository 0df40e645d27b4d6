using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class CallbackEnvelopeTests
{
    [Fact]
    public void OpenAndSeal_MessageOf300Bytes_AllocatesBelow2Kilobytes()
    {
        var message = Encoding.UTF8.GetBytes(new string('m', 300));
        var encrypt = Forge.Encrypt(new string('m', 300));
        var query = Forge.Query(encrypt);
        var body = Forge.Body(encrypt);
        var output = new ArrayBufferWriter<byte>(4096);

        for (var i = 0; i < 100; i++)
            OpenAndSeal();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            OpenAndSeal();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        Assert.InRange(each, 300, 2047);

        void OpenAndSeal()
        {
            Assert.Equal(300, Forge.Account.Open(query, body).Message.Length);
            output.ResetWrittenCount();
            Forge.Account.Seal(message, Forge.Timestamp, Forge.Nonce, output);
        }
    }

    /// <summary>As a callback URL with callback_format=json gets it.</summary>
    [Theory]
    [InlineData("{0}\"tousername\":\"ww0123456789abcdef\",\"encrypt\":\"{1}\",\"agentid\":\"3010115\"{2}")]
    [InlineData(" \r\n{0}\"agentid\":3010115,\"Encrypt\":\"{1}\"{2}\n")]
    public void Open_Json_IsOpenedToo(string format)
    {
        const string Message = "{\"event_type\":\"TRANSACTION.SUCCESS\"}";
        var encrypt = Forge.Encrypt(Message);
        foreach (var written in new[] { encrypt, encrypt.Replace("/", "\\/", StringComparison.Ordinal) })
        {
            var result = Forge.Account.Open(Forge.Query(encrypt), Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, format, "{", written, "}")));
            Assert.Equal(Message, Encoding.UTF8.GetString(result.Message.Span));
        }
    }

    [Fact]
    public async Task OpenAndSeal_EightThreadsSharingOneEnvelope_NeverMixMessages()
    {
        using var start = new Barrier(8);
        var threads = Enumerable.Range(0, 8).Select(number => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                for (var i = 0; i < 500; i++)
                {
                    var message = $"<xml><Content>{number}/{i}{new string('m', i)}</Content></xml>";
                    var output = new ArrayBufferWriter<byte>();
                    Forge.Account.Seal(Encoding.UTF8.GetBytes(message), Forge.Timestamp, $"{number}{i}", output);
                    var signature = XElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan)).Element("MsgSignature")!.Value;
                    var result = Forge.Account.Open(new CallbackQuery(signature, Forge.Timestamp, $"{number}{i}"), output.WrittenSpan);
                    Assert.Equal(message, Encoding.UTF8.GetString(result.Message.Span));
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        await Task.WhenAll(threads);
    }

    [Theory]
    [InlineData("1700000000", "<TimeStamp>1700000000</TimeStamp>")]
    [InlineData("soon]]>", "<TimeStamp><![CDATA[soon]]]]><![CDATA[>]]></TimeStamp>")]
    public void Seal_AnyTimestamp_IsWellFormed(string timestamp, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        Forge.Account.Seal("hi"u8, timestamp, Forge.Nonce, output);
        var envelope = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Contains(expected, envelope, StringComparison.Ordinal);
        Assert.Equal(timestamp, XElement.Parse(envelope).Element("TimeStamp")!.Value);
    }

    [Fact]
    public void Constructor_UnusableKey_Throws() => Assert.Throws<FormatException>(() => new CallbackEnvelope("token", "short", "ww"));
}
