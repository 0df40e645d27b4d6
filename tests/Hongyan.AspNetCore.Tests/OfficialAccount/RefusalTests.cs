using System.Net;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.OfficialAccount;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.OfficialAccount;

/// <summary>Every input that is not the platform's, or not in the mode of the account, gets its status, one line in the log and no handler.</summary>
public sealed class RefusalTests
{
    private const string Marker = "ZhangSanSaid";
    private const int Megabyte = 1024 * 1024;

    private static readonly string Message = OfficialAccountHost.Text(Marker);
    private static readonly (string Query, string Body) Plain = OfficialAccountHost.Seal(EncryptionMode.Plaintext, Message);
    private static readonly (string Query, string Body) Compatible = OfficialAccountHost.Seal(EncryptionMode.Compatible, Message);
    private static readonly (string Query, string Body) Safe = OfficialAccountHost.Seal(EncryptionMode.Safe, Message);

    public static TheoryData<string, EncryptionMode, string, string, HttpStatusCode> Bad
    {
        get
        {
            var bad = new TheoryData<string, EncryptionMode, string, string, HttpStatusCode>();
            AddModes(bad);
            AddQueries(bad);
            AddBodies(bad);
            return bad;
        }
    }

    private static void AddModes(TheoryData<string, EncryptionMode, string, string, HttpStatusCode> bad)
    {
        bad.Add("plaintext to a safe account", EncryptionMode.Safe, Plain.Query, Plain.Body, HttpStatusCode.BadRequest);
        bad.Add("plaintext with the query of an encrypted one", EncryptionMode.Safe, Safe.Query, Plain.Body, HttpStatusCode.BadRequest);
        bad.Add("both forms to a safe account", EncryptionMode.Safe, Compatible.Query, Compatible.Body, HttpStatusCode.BadRequest);
        bad.Add("plaintext to a compatible account", EncryptionMode.Compatible, Plain.Query, Plain.Body, HttpStatusCode.BadRequest);
        bad.Add("encrypted to a plaintext account", EncryptionMode.Plaintext, Safe.Query, Safe.Body, HttpStatusCode.BadRequest);
        bad.Add("both forms to a plaintext account", EncryptionMode.Plaintext, Compatible.Query, Compatible.Body, HttpStatusCode.BadRequest);
    }

    private static void AddQueries(TheoryData<string, EncryptionMode, string, string, HttpStatusCode> bad)
    {
        void Add(string what, EncryptionMode mode, string query, HttpStatusCode status) =>
            bad.Add(what, mode, query, mode == EncryptionMode.Plaintext ? Plain.Body : Safe.Body, status);
        Add("no parameters", EncryptionMode.Plaintext, "", HttpStatusCode.BadRequest);
        Add("no signature", EncryptionMode.Plaintext, Plain.Query.Replace("signature", "sig", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Add("no timestamp", EncryptionMode.Plaintext, Plain.Query.Replace("timestamp", "t", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Add("no nonce", EncryptionMode.Plaintext, Plain.Query.Replace("nonce", "n", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Add("a wrong signature", EncryptionMode.Plaintext, Plain.Query.Replace("signature=", "signature=0", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("another timestamp", EncryptionMode.Plaintext, Plain.Query.Replace("=1700000000", "=1700000001", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("signature twice", EncryptionMode.Plaintext, $"{Plain.Query}&signature=x", HttpStatusCode.BadRequest);
        Add("no msg_signature", EncryptionMode.Safe, Safe.Query.Replace("msg_signature", "m", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Add("no plain signature", EncryptionMode.Safe, Safe.Query.Replace("?signature", "?s", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Add("a wrong msg_signature", EncryptionMode.Safe, Safe.Query.Replace("msg_signature=", "msg_signature=0", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("a huge nonce", EncryptionMode.Safe, $"{Safe.Query[..Safe.Query.IndexOf("&nonce", StringComparison.Ordinal)]}&nonce={new string('1', Megabyte)}", HttpStatusCode.Forbidden);
    }

    private static void AddBodies(TheoryData<string, EncryptionMode, string, string, HttpStatusCode> bad)
    {
        foreach (var (what, body) in new[]
        {
            ("nothing", ""), ("half a message", Plain.Body[..^10]), ("neither XML nor JSON", Marker), ("half JSON", $$"""{"Content":"{{Marker}}" """),
            ("a DTD", $"<!DOCTYPE xml SYSTEM \"http://127.0.0.1:9/{Marker}\">{Plain.Body}"), ("deep nesting", string.Concat(Enumerable.Repeat("<a>", 100_000))),
            ("very many elements", $"<xml>{string.Concat(Enumerable.Repeat("<a/>", 200_000))}</xml>"),
        })
        {
            bad.Add($"{what} to a plaintext account", EncryptionMode.Plaintext, Plain.Query, body, HttpStatusCode.BadRequest);
            bad.Add($"{what} to a safe account", EncryptionMode.Safe, Safe.Query, body, HttpStatusCode.BadRequest);
        }
        bad.Add("too much", EncryptionMode.Plaintext, Plain.Query, new string('x', Megabyte + 1), HttpStatusCode.RequestEntityTooLarge);
        bad.Add("changed ciphertext", EncryptionMode.Safe, Safe.Query, Safe.Body.Replace("<![CDATA[", "<![CDATA[AAAA", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        var foreign = new PlatformEnvelope(OfficialAccountHost.Token, OfficialAccountHost.EncodingAESKey, "wxanother").Seal(Message);
        bad.Add("meant for another AppID", EncryptionMode.Safe,
            $"?signature={OfficialAccountHost.Platform.Sign(foreign.Timestamp, foreign.Nonce, "")}&{foreign.Query[1..]}", foreign.Body, HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Post_WrongInput_IsRefusedWithOneLineThatHoldsNothingOfIt(string what, EncryptionMode mode, string query, string body, HttpStatusCode status)
    {
        var handled = 0;
        await using var host = await OfficialAccountHost.StartAsync(mode, bot => bot.On<Incoming>(() => { handled++; }));

        using var response = await host.PostAsync(query, body);

        Assert.True(status == response.StatusCode, $"{what}: {(int)response.StatusCode}");
        Assert.Equal(0, handled);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var line = Assert.Single(host.Complaints);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Null(line.Exception);
        Assert.Contains($"account OfficialAccount refused a request with {(int)status} ", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new[] { Marker, OfficialAccountHost.Token, OfficialAccountHost.EncodingAESKey }, secret => line.Text.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?signature=SIGNATURE&timestamp=1700000000&nonce=42", HttpStatusCode.BadRequest)]
    [InlineData("?signature=SIGNATURE&timestamp=1700000000&nonce=43&echostr=1", HttpStatusCode.Forbidden)]
    [InlineData("?msg_signature=SIGNATURE&timestamp=1700000000&nonce=42&echostr=1", HttpStatusCode.BadRequest)]
    [InlineData("?signature=SIGNATURE&timestamp=1700000000&nonce=42&echostr=1&EchoStr=2", HttpStatusCode.BadRequest)]
    public async Task Get_WrongInput_IsRefused(string query, HttpStatusCode status)
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, _ => { });
        var signed = query.Replace("SIGNATURE", OfficialAccountHost.Platform.Sign("1700000000", "42", ""), StringComparison.Ordinal);

        using var response = await host.Client.GetAsync(new Uri("/oa" + signed, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Request_OlderThanIsTaken_IsRefused()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Plaintext, bot => bot.OnText(() => "好"),
            builder => builder.Configuration["OfficialAccount:MaxCallbackAge"] = "00:05:00");

        using var old = await host.PostAsync(Plain.Query, Plain.Body);
        var now = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        var (query, body) = OfficialAccountHost.Seal(EncryptionMode.Plaintext, Message, now);
        using var fresh = await host.PostAsync(query, body);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (old.StatusCode, fresh.StatusCode));
    }

    [Fact]
    public async Task Put_Anything_IsNotAllowed()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, _ => { });

        using var response = await host.Client.PutAsync(new Uri("/oa" + Safe.Query, UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
