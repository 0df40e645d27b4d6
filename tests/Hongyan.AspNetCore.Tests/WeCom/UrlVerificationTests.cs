using System.Net;
using System.Text;
using Hongyan.AspNetCore.Tests.Support;

namespace Hongyan.AspNetCore.Tests.WeCom;

public sealed class UrlVerificationTests
{
    private static async Task<HttpResponseMessage> GetAsync(CallbackHost host, string url) =>
        await host.Client.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Get_OfficialSample_AnswersTheDecryptedEchoByteForByte()
    {
        await using var host = await CallbackHost.StartAsync(_ => { });

        using var response = await GetAsync(host, OfficialVector.EchoUrl);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("1616140317555161061"u8.ToArray(), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(19, response.Content.Headers.ContentLength);
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task Get_EchoWithBarePlusSigns_IsVerified()
    {
        await using var host = await CallbackHost.StartAsync(_ => { });

        using var response = await GetAsync(host, OfficialVector.EchoUrl.Replace("%2B", "+", StringComparison.Ordinal));

        Assert.Equal(OfficialVector.EchoMessage, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static TheoryData<string, string, HttpStatusCode> Refused => new()
    {
        { "no parameters, as a scanner asks", "/wecom", HttpStatusCode.BadRequest },
        { "no echostr", OfficialVector.EchoUrl[..OfficialVector.EchoUrl.IndexOf("&echostr", StringComparison.Ordinal)], HttpStatusCode.BadRequest },
        { "empty echostr", $"{OfficialVector.EchoUrl[..OfficialVector.EchoUrl.IndexOf("&echostr", StringComparison.Ordinal)]}&echostr=", HttpStatusCode.BadRequest },
        { "no signature", OfficialVector.EchoUrl.Replace("msg_signature", "signature", StringComparison.Ordinal), HttpStatusCode.BadRequest },
        { "no timestamp", OfficialVector.EchoUrl.Replace("timestamp", "time", StringComparison.Ordinal), HttpStatusCode.BadRequest },
        { "no nonce", OfficialVector.EchoUrl.Replace("nonce", "once", StringComparison.Ordinal), HttpStatusCode.BadRequest },
        { "signature twice", $"{OfficialVector.EchoUrl}&msg_signature={OfficialVector.EchoSignature}", HttpStatusCode.BadRequest },
        { "echostr twice", $"{OfficialVector.EchoUrl}&EchoStr=x", HttpStatusCode.BadRequest },
        { "wrong signature", OfficialVector.EchoUrl.Replace("5c45", "5c46", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "signature in capitals", OfficialVector.EchoUrl.Replace(OfficialVector.EchoSignature, OfficialVector.EchoSignature.ToUpperInvariant(), StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "signature cut short", OfficialVector.EchoUrl.Replace("5c45", "5c4", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "signature not ASCII", OfficialVector.EchoUrl.Replace("5c45", "%E4%BD%A0c45", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "another timestamp", OfficialVector.EchoUrl.Replace("1409659589", "1409659590", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "another nonce", OfficialVector.EchoUrl.Replace("263014780", "263014781", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "changed echostr", OfficialVector.EchoUrl.Replace("P9nA", "P9nB", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "a half surrogate", OfficialVector.EchoUrl.Replace("263014780", "%ED%A0%80", StringComparison.Ordinal), HttpStatusCode.Forbidden },
        { "signed but not base64", "/wecom" + PlatformEnvelope.Official.SealBase64("***").EchoQuery, HttpStatusCode.Forbidden },
        { "signed but no AES blocks", "/wecom" + PlatformEnvelope.Official.SealBase64("AAAA").EchoQuery, HttpStatusCode.Forbidden },
        { "signed but for another corp", "/wecom" + PlatformEnvelope.Official.SealPlain(PlatformEnvelope.Official.Plain("1"u8.ToArray(), meantFor: "wwother")).EchoQuery, HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Get_WrongInput_IsRefusedWithOneLine(string what, string url, HttpStatusCode status)
    {
        await using var host = await CallbackHost.StartAsync(_ => { });

        using var response = await GetAsync(host, url);

        Assert.True(status == response.StatusCode, $"{what}: {response.StatusCode}");
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("Verify: account WeCom refused a request", Assert.Single(host.Complaints).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ARecordedMessageAsEcho_IsNotDecryptedForWhoeverAsks()
    {
        await using var host = await CallbackHost.StartAsync(_ => { });

        using var response = await GetAsync(host, $"{OfficialVector.Url}&echostr={Uri.EscapeDataString(OfficialVector.Encrypt)}");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(host.Complaints);
    }

    [Fact]
    public async Task Get_EchoOfAnyBytes_GoesBackAsItStands()
    {
        await using var host = await CallbackHost.StartAsync(_ => { });
        byte[] echo = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("回显"), 0];

        using var response = await GetAsync(host, "/wecom" + PlatformEnvelope.Official.Seal(echo).EchoQuery);

        Assert.Equal(echo, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
