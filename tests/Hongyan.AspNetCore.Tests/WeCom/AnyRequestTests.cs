using System.Net;
using System.Text;
using Hongyan.AspNetCore.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.WeCom;

/// <summary>Whatever comes in, one of four statuses goes out and nothing breaks.</summary>
public sealed class AnyRequestTests
{
    private const int Requests = 1000;

    private static readonly HttpStatusCode[] Allowed = [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.RequestEntityTooLarge];
    private static readonly string[] Names = ["msg_signature", "timestamp", "nonce", "echostr", "signature", "", "MSG_SIGNATURE"];
    private static readonly string[] Pieces = ["<xml>", "</xml>", "<Encrypt>", "</Encrypt>", "<![CDATA[", "]]>", "<!DOCTYPE", "&amp;", "&#0;", "&x;", "<a b='", "\"/>", "<?xml", "?>", "<!--", "-->", "你", "\0", " "];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnyRequest_WhateverItHolds_GetsOneOfFourStatuses(int seed)
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.On<Incoming>((Incoming incoming) => incoming.FromUser));
        var random = new Random(seed);
        for (var i = 0; i < Requests; i++)
        {
            var callback = PlatformEnvelope.Official.Seal(random.Next(3) == 0 ? Encoding.UTF8.GetBytes(Plaintexts.Text($"{i}")) : AnyBody(random, ""));
            var query = AnyQuery(random, callback);
            var body = random.Next(3) == 0 ? Encoding.UTF8.GetBytes(callback.Body) : AnyBody(random, callback.Body);
            using var request = new HttpRequestMessage(random.Next(4) == 0 ? HttpMethod.Get : HttpMethod.Post, new Uri("/wecom" + query, UriKind.Relative));
            if (request.Method == HttpMethod.Post)
                request.Content = Callback.Xml(body);

            using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(Allowed.Contains(response.StatusCode),
                $"{(int)response.StatusCode} for seed {seed}, request {i}: {request.Method} {query} {Convert.ToBase64String(body)}");
        }

        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error || line.Exception is not null);
        // Else the generator would only ever have asked for refusals.
        Assert.Contains(host.Log.Lines, line => line.Text.StartsWith("Parse:", StringComparison.Ordinal));
        Assert.Contains(host.Log.Lines, line => line.Text.StartsWith("Verify: the callback URL", StringComparison.Ordinal));
    }

    private static string AnyQuery(Random random, Callback callback)
    {
        switch (random.Next(3))
        {
            case 0:
                return callback.EchoQuery;
            case 1:
                // One character is another one.
                var query = callback.EchoQuery.ToCharArray();
                query[random.Next(1, query.Length)] = (char)random.Next(0x21, 0x7F);
                return new string(query).Replace('#', '%');
            default:
                var parts = Enumerable.Range(0, random.Next(6)).Select(_ => $"{random.GetItems(Names, 1)[0]}={AnyValue(random)}");
                return "?" + string.Join('&', parts);
        }
    }

    private static string AnyValue(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? Convert.ToHexStringLower(bytes) : string.Concat(bytes.Select(value => $"%{value:X2}"));
    }

    private static byte[] AnyBody(Random random, string valid)
    {
        switch (random.Next(4))
        {
            case 0:
                var noise = new byte[random.Next(2000)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return Encoding.UTF8.GetBytes(string.Concat(random.GetItems(Pieces, random.Next(40))));
            default:
                var changed = Encoding.UTF8.GetBytes(valid.Length == 0 ? Plaintexts.Text("你好") : valid);
                for (var i = random.Next(4); i > 0; i--)
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                return changed[..random.Next(changed.Length / 2, changed.Length + 1)];
        }
    }
}
