using System.Text.Json.Nodes;
using Hongyan.Protocol;

namespace Hongyan.Cli.Tests;

public sealed class EnvelopeTests
{
    // The vector of the platform's own documents.
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string OtherKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string Echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    private const string Url = "https://example.com/wecom?msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589&nonce=263014780&echostr=P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D";

    [Fact]
    public async Task Decrypt_UrlVerificationOfTheDocuments_PrintsTheEcho()
    {
        var run = await CommandRun.OfAsync(["decrypt", "--url", Url, .. Options("QDG6eK", Key, "wx5823bf96d3bd56c7")]);

        Assert.Equal((0, "1616140317555161061\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("QDG6eX", Key, "wx5823bf96d3bd56c7", "Token 不对")]
    [InlineData("QDG6eK", OtherKey, "wx5823bf96d3bd56c7", "EncodingAESKey 不对")]
    [InlineData("QDG6eX", OtherKey, "wx5823bf96d3bd56c7", "两样都不是这个应用的")]
    [InlineData("QDG6eK", Key, "ww0123456789abcdef", "是给「wx5823bf96d3bd56c7」的，不是给「ww0123456789abcdef」的")]
    [InlineData("QDG6eK ", Key, "wx5823bf96d3bd56c7", "Token 里有空白")]
    [InlineData("QDG6eK", "short", "wx5823bf96d3bd56c7", "应该是 43 个")]
    public async Task Decrypt_APartIsWrong_SaysWhich(string token, string key, string receiveId, string sentence)
    {
        var run = await CommandRun.OfAsync(["decrypt", "--url", Url, .. Options(token, key, receiveId)]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decrypt_PlusSignsOfTheBodyBecameBlanks_SaysSo()
    {
        var run = await CommandRun.OfAsync(
            ["decrypt", "--signature", "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "--timestamp", "1409659589", "--nonce", "263014780", .. Options("QDG6eK", Key, "wx5823bf96d3bd56c7")],
            Echo.Replace('+', ' '));

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("加号变成了空格", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decrypt_SignatureOfAnOfficialAccountInstead_SaysWhichOneIsMeant()
    {
        var plain = SignatureVerifier.Sign("QDG6eK", "1409659589", "263014780", "");
        var run = await CommandRun.OfAsync(
            ["decrypt", "--signature", plain, "--timestamp", "1409659589", "--nonce", "263014780", .. Options("QDG6eK", Key, "wx5823bf96d3bd56c7")], Echo);

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("不是 msg_signature", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decrypt_NothingThatIsEncrypted_PointsAtInspect()
    {
        var run = await CommandRun.OfAsync(["decrypt", .. Options("QDG6eK", Key, "")], "<xml><MsgType>text</MsgType></xml>");

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("hongyan inspect", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decrypt_CutOff_SaysThatItIsNotWhole()
    {
        var run = await CommandRun.OfAsync(["decrypt", .. Options("QDG6eK", Key, "wx5823bf96d3bd56c7")], Echo[..40]);

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("没有复制完整", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ww0123456789abcdef", false)]
    [InlineData("", true)]
    public async Task Encrypt_ThenDecrypt_GivesTheMessageBack(string receiveId, bool json)
    {
        const string Message = "<xml><Content><![CDATA[你好，“世界”]]></Content></xml>";
        string[] options = Options("QDG6eK", Key, receiveId);
        var sealedRun = await CommandRun.OfAsync(["encrypt", "--json", json ? "true" : "false", .. options], Message + "\n");

        var opened = await CommandRun.OfAsync(["decrypt", "--url", sealedRun.Error.Trim(), .. options], sealedRun.Output);

        Assert.Equal((0, Message + "\n", ""), (opened.ExitCode, opened.Output, opened.Error));
        var query = sealedRun.Error.Trim().Split('&').ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
        var callback = new CallbackQuery(query["msg_signature"], query["timestamp"], query["nonce"]);
        var body = System.Text.Encoding.UTF8.GetBytes(sealedRun.Output);
        Assert.True(json ? new RobotEnvelope("QDG6eK", Key).Open(callback, body).Succeeded : new CallbackEnvelope("QDG6eK", Key, receiveId).Open(callback, body).Succeeded);
    }

    [Fact]
    public async Task Decrypt_WithoutSignature_OpensAndSaysThatNobodyCheckedIt()
    {
        var run = await CommandRun.OfAsync(["decrypt", .. Options("QDG6eK", Key, "wx5823bf96d3bd56c7")], Echo);

        Assert.Equal((0, "1616140317555161061\n"), (run.ExitCode, run.Output));
        Assert.Contains("没有检查", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keygen_Json_MakesAnotherUsablePairEachTime()
    {
        var first = JsonNode.Parse((await CommandRun.OfAsync(["keygen", "--json"])).Output)!;
        var second = JsonNode.Parse((await CommandRun.OfAsync(["keygen", "--json"])).Output)!;

        Assert.True(MessageCipher.IsUsableKey((string?)first["EncodingAESKey"]));
        Assert.Equal(32, ((string?)first["Token"])!.Length);
        Assert.NotEqual((string?)first["Token"], (string?)second["Token"]);
        Assert.NotEqual((string?)first["EncodingAESKey"], (string?)second["EncodingAESKey"]);
    }

    private static string[] Options(string token, string key, string receiveId) => ["--token", token, "--key", key, "--receive-id", receiveId];
}
