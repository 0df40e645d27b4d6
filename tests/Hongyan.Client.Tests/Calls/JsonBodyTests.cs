using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Calls;

namespace Hongyan.Client.Tests.Calls;

public sealed class JsonBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> WriteAsync(string text)
    {
        using var content = JsonBody.Of(new JsonObject { ["t"] = text })();
        return await content.ReadAsStringAsync(Cancellation);
    }

    [Theory]
    [InlineData("你好")]
    [InlineData("🦆𠮷👨‍👩‍👧")]
    [InlineData("\uE021\u2028\u2029\uFEFF\u0378")]
    [InlineData("<a href='x'>&+/é</a>")]
    public async Task Of_AnyCharacterBeyondAscii_IsWrittenAsItIs(string text) => Assert.Equal($$"""{"t":"{{text}}"}""", await WriteAsync(text));

    [Theory]
    [InlineData("\"quoted\" \\ back", """{"t":"\"quoted\" \\ back"}""")]
    [InlineData("\\uD83E\\uDD86", """{"t":"\\uD83E\\uDD86"}""")]
    [InlineData("\\🦆", """{"t":"\\🦆"}""")]
    [InlineData("a\r\n\t\u0001b", """{"t":"a\r\n\t\u0001b"}""")]
    public async Task Of_WhatJsonMustEscape_StaysEscaped(string text, string json)
    {
        Assert.Equal(json, await WriteAsync(text));
        Assert.Equal(text, JsonDocument.Parse(json).RootElement.GetProperty("t").GetString());
    }

    [Fact]
    public async Task Of_HalfASurrogatePair_IsStillJson()
    {
        var json = await WriteAsync("a\uD83Eb");

        Assert.Equal("a\uFFFDb", JsonDocument.Parse(json).RootElement.GetProperty("t").GetString());
    }
}
