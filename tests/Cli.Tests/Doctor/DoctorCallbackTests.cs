using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hongyan.Cli.Tests.Fakes;
using Hongyan.Protocol;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Cli.Tests.Doctor;

/// <summary>What can be wrong with a callback address, and that the doctor tells it apart.</summary>
public sealed class DoctorCallbackTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private const string Token = "Bmh7rztkKtemv2t1jObb";
    private const string Key = "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c";
    private const string CorpId = "ww2075aefc195e57e9";

    [Theory]
    [InlineData(404, "没有回调")]
    [InlineData(403, "不一样")]
    [InlineData(400, "不一样")]
    [InlineData(302, "跳转")]
    [InlineData(405, "不接受 GET")]
    [InlineData(502, "后面的程序不在")]
    [InlineData(500, "应该是 200")]
    public async Task Doctor_VerificationFails_SaysWhyByTheStatus(int status, string sentence)
    {
        var run = await ExamineAsync(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "https://example.com/";
            return Task.CompletedTask;
        });

        AssertProblem(run, "verify", sentence);
        Assert.Contains("forged skipped", run.Checks);
    }

    [Theory]
    [InlineData("<html><title>登录</title></html>", "网页")]
    [InlineData("ok", "不是 echostr")]
    public async Task Doctor_SomethingElseAnswers_SaysSo(string body, string sentence) =>
        AssertProblem(await ExamineAsync(http => http.Response.WriteAsync(body)), "verify", sentence);

    [Fact]
    public async Task Doctor_EchoHasALineBreak_SaysSo() =>
        AssertProblem(await ExamineAsync(http => http.Response.WriteAsync(EchoOf(http.Request) + "\n")), "verify", "空白或换行");

    [Fact]
    public async Task Doctor_NobodyChecksSignatures_IsAProblem() =>
        AssertProblem(await ExamineAsync(http => http.Response.WriteAsync(HttpMethods.IsGet(http.Request.Method) ? EchoOf(http.Request) : "success")), "forged", "不检查签名");

    [Fact]
    public async Task Doctor_ForgedMessageIsTaken_IsAProblem() => AssertProblem(await ExamineAsync(http =>
    {
        if (HttpMethods.IsGet(http.Request.Method))
            return VerifyAsync(http);
        return http.Response.WriteAsync("success");
    }), "forged", "答了 200");

    [Fact]
    public async Task Doctor_SignedMessageIsRefused_IsAProblem() => AssertProblem(await ExamineAsync(http =>
    {
        if (HttpMethods.IsGet(http.Request.Method))
            return VerifyAsync(http);
        http.Response.StatusCode = 403;
        return Task.CompletedTask;
    }), "message", "应该是 200");

    [Fact]
    public async Task Doctor_ServerHasAnotherKey_SaysThatTheyDiffer()
    {
        var other = await platform.WriteAsync("other.json", (await File.ReadAllTextAsync(platform.ConfigFile, TestContext.Current.CancellationToken)).Replace(Key, "q8ZtVxN2mKc5RwYh7LdPf3GsJb9TaXe4WuQo6CyHi1M", StringComparison.Ordinal));
        await using var bots = await BotServer.StartAsync(other);

        AssertProblem(await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--url", bots.Address), "verify", "不一样");
    }

    [Fact]
    public async Task Doctor_NobodyListens_SaysSo() =>
        AssertProblem(await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--url", "http://127.0.0.1:1"), "verify", "连不上 127.0.0.1:1");

    [Fact]
    public async Task Doctor_NameDoesNotExist_SaysSo() =>
        AssertProblem(await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--url", "http://no-such-host.invalid/"), "verify", "no-such-host.invalid");

    [Theory]
    [InlineData("localhost", "不被信任")]
    [InlineData("127.0.0.1", "不是 127.0.0.1 的")]
    public async Task Doctor_CertificateIsNoGood_SaysWhy(string host, string sentence)
    {
        using var certificate = SelfSigned(days: 90);
        await using var fake = await FakePlatform.StartAsync(VerifyAsync, certificate);

        AssertProblem(await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--url", fake.Address.Replace("127.0.0.1", host, StringComparison.Ordinal)), "tls", sentence);
    }

    [Fact]
    public async Task Doctor_CertificateHasEnded_SaysSo()
    {
        using var certificate = SelfSigned(days: -1);
        await using var fake = await FakePlatform.StartAsync(VerifyAsync, certificate);

        AssertProblem(await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--url", fake.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), "tls", "过期");
    }

    [Theory]
    [InlineData("Plaintext")]
    [InlineData("Compatible")]
    public async Task Doctor_OfficialAccountInAnotherMode_SpeaksIt(string mode)
    {
        var config = await platform.WriteAsync($"{mode}.json", (await File.ReadAllTextAsync(platform.ConfigFile, TestContext.Current.CancellationToken)).Replace("\"Safe\"", $"\"{mode}\"", StringComparison.Ordinal));
        await using var bots = await BotServer.StartAsync(config);

        var run = await DoctorRun.OfAsync(config, "--account", "oa", "--url", bots.Address);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("forged good", run.Checks);
        Assert.Contains("message good", run.Checks);
    }

    private static void AssertProblem(DoctorRun run, string name, string sentence)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(name, (string?)run.First("problem")["name"]);
        Assert.Contains(sentence, (string?)run.First("problem")["text"], StringComparison.Ordinal);
        Assert.NotEmpty((string?)run.First("problem")["fix"] ?? "");
    }

    private async Task<DoctorRun> ExamineAsync(RequestDelegate answer)
    {
        await using var fake = await FakePlatform.StartAsync(answer);
        return await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--url", fake.Address);
    }

    /// <summary>Answers whoever asks, signed or not.</summary>
    private static string EchoOf(HttpRequest request) =>
        Encoding.UTF8.GetString(new MessageCipher(Key, CorpId).Decrypt(Encoding.ASCII.GetBytes(request.Query["echostr"].ToString())).Message.Span);

    private static Task VerifyAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var result = new CallbackEnvelope(Token, Key, CorpId).VerifyUrl(new CallbackQuery(query["msg_signature"], query["timestamp"], query["nonce"], query["echostr"]));
        if (result.Succeeded)
            return http.Response.Body.WriteAsync(result.Message).AsTask();
        http.Response.StatusCode = 403;
        return Task.CompletedTask;
    }

    private static X509Certificate2 SelfSigned(int days)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }
}
