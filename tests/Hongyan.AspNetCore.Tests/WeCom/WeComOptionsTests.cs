using Hongyan.AspNetCore.Tests.Support;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.AspNetCore.Tests.WeCom;

public sealed class WeComOptionsTests
{
    // Random, and used nowhere else.
    private const string GoodCorpId = "ww9d1f6c03be5a7284";
    private const string GoodToken = "q7RkWz2mXv9TbLc4";
    private const string GoodKey = "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtCn";

    private static WebApplicationBuilder NewBuilder(string environment, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = CallbackHost.NewBuilder(environment, settings);
        builder.WebHost.UseTestServer();
        return builder;
    }

    private static HongyanStartupException Refused(string environment, params (string Key, string? Value)[] changes) =>
        Assert.Throws<HongyanStartupException>(() => Map(environment, changes));

    private static WeComOptions Map(string environment, params (string Key, string? Value)[] changes)
    {
        var builder = NewBuilder(environment,
            new("WeCom:CorpId", GoodCorpId), new("WeCom:Token", GoodToken), new("WeCom:EncodingAESKey", GoodKey));
        foreach (var (key, value) in changes)
            builder.Configuration[key] = value;
        builder.AddWeCom();
        using var app = builder.Build();
        app.MapWeCom("/wecom");
        return app.Services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get("WeCom");
    }

    [Fact]
    public void MapWeCom_GoodValuesInProduction_AreTaken()
    {
        var options = Map("Production", ("WeCom:AgentId", "7"), ("WeCom:Secret", "s"), ("WeCom:ApiBaseAddress", "http://127.0.0.1:5090"), ("WeCom:MaxCallbackAge", "00:05:00"));

        Assert.Equal(7, options.AgentId);
        Assert.Equal("s", options.Secret);
        Assert.Equal(5090, options.ApiBaseAddress.Port);
        Assert.Equal(TimeSpan.FromMinutes(5), options.MaxCallbackAge);
    }

    [Fact]
    public void MapWeCom_OnlyWhatIsRequired_HasDefaults()
    {
        var options = Map("Production");

        Assert.Null(options.AgentId);
        Assert.Null(options.MaxCallbackAge);
        Assert.Equal("https://qyapi.weixin.qq.com/", options.ApiBaseAddress.AbsoluteUri);
    }

    [Theory]
    [InlineData("CorpId", null, "missing")]
    [InlineData("CorpId", " ", "missing")]
    [InlineData("CorpId", "ww9d1f6c03be5a7284 ", "white space")]
    [InlineData("Token", null, "missing")]
    [InlineData("Token", "", "missing")]
    [InlineData("Token", "q7RkWz2mXv9TbLc4q7RkWz2mXv9TbLc4x", "33 characters")]
    [InlineData("Token", "q7RkWz2mXv9TbLc4\n", "white space")]
    [InlineData("EncodingAESKey", null, "missing")]
    [InlineData("EncodingAESKey", "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtC", "42 characters")]
    [InlineData("EncodingAESKey", "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtCn=", "44 characters")]
    [InlineData("EncodingAESKey", "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtC!", "letters and digits")]
    [InlineData("ApiBaseAddress", "https://qyapi.weixin.qq.com/cgi-bin", "scheme, host and port")]
    [InlineData("ApiBaseAddress", "qyapi.weixin.qq.com", "scheme, host and port")]
    [InlineData("ApiBaseAddress", "ftp://qyapi.weixin.qq.com", "scheme, host and port")]
    [InlineData("ApiBaseAddress", "https://user:word@qyapi.weixin.qq.com", "scheme, host and port")]
    [InlineData("ApiBaseAddress", "https://qyapi.weixin.qq.com?a=b", "scheme, host and port")]
    [InlineData("ApiBaseAddress", "", "scheme, host and port")]
    [InlineData("MaxCallbackAge", "00:00:00", "more than nothing")]
    [InlineData("MaxCallbackAge", "-00:05:00", "more than nothing")]
    public void MapWeCom_ValueThatCannotWork_IsRefusedEverywhere(string name, string? value, string says)
    {
        foreach (var environment in new[] { "Development", "Production" })
        {
            var refused = Refused(environment, ($"WeCom:{name}", value));

            Assert.Equal("HY1001", refused.Code);
            Assert.StartsWith($"HY1001: WeCom:{name} ", refused.Message, StringComparison.Ordinal);
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
            Assert.True(string.IsNullOrWhiteSpace(value) || name is not ("Token" or "EncodingAESKey") || !refused.Message.Contains(value.Trim(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void MapWeCom_SeveralMistakes_AreReportedAtOnce()
    {
        var refused = Refused("Production", ("WeCom:CorpId", null), ("WeCom:Token", null), ("WeCom:EncodingAESKey", null));

        Assert.Equal(3, refused.Message.Split('\n').Length);
        Assert.All(refused.Message.Split('\n'), line => Assert.StartsWith("HY1001: WeCom:", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Token", "xxx")]
    [InlineData("Token", "xxxxxxxxxxxxxxxx")]
    [InlineData("Token", "token")]
    [InlineData("Token", "MyTokenMyToken1")]
    [InlineData("Token", "your-secret")]
    [InlineData("Token", "changeme")]
    [InlineData("Token", "12345678")]
    [InlineData("Token", OfficialVector.Token)]
    [InlineData("EncodingAESKey", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("EncodingAESKey", "1234567890123456789012345678901234567890123")]
    [InlineData("EncodingAESKey", OfficialVector.EncodingAESKey)]
    [InlineData("EncodingAESKey", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")]
    public void MapWeCom_ValueThatEverybodyKnows_IsRefusedOutsideDevelopmentOnly(string name, string value)
    {
        foreach (var environment in new[] { "Production", "Staging" })
        {
            var refused = Refused(environment, ($"WeCom:{name}", value));

            Assert.Equal("HY1002", refused.Code);
            Assert.StartsWith($"HY1002: WeCom:{name} ", refused.Message, StringComparison.Ordinal);
            Assert.Contains("随机获取", refused.Message, StringComparison.Ordinal);
            Assert.Contains("openssl rand", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain($"'{value}'", refused.Message, StringComparison.Ordinal);
            Assert.True(value is "token" || !refused.Message.Contains(value, StringComparison.Ordinal), refused.Message);
        }

        Map("Development", ($"WeCom:{name}", value));
    }

    [Fact]
    public void MapWeCom_EnvironmentNames_FillWhatTheSectionLacks()
    {
        var options = Map("Production",
            ("WeCom:CorpId", null), ("WeCom:Token", null), ("WeCom:EncodingAESKey", GoodKey),
            ("WECOM_APP_CORP_ID", "wwfromenvironment"), ("WECOM_APP_TOKEN", GoodToken + "x"), ("WECOM_APP_AES_KEY", new string('x', 43)));

        Assert.Equal("wwfromenvironment", options.CorpId);
        Assert.Equal(GoodToken + "x", options.Token);
        Assert.Equal(GoodKey, options.EncodingAESKey);
    }

    [Fact]
    public void MapWeCom_EnvironmentNames_AreCheckedAsTheSectionIs()
    {
        Assert.Equal("HY1002", Refused("Production", ("WeCom:EncodingAESKey", null), ("WECOM_APP_AES_KEY", new string('x', 43))).Code);
    }

    [Fact]
    public void MapWeCom_NamedAccount_HasNothingFromTheEnvironmentNames()
    {
        var builder = NewBuilder("Production", new("WECOM_APP_CORP_ID", GoodCorpId), new("WECOM_APP_TOKEN", GoodToken), new("WECOM_APP_AES_KEY", GoodKey));
        builder.AddWeCom("other", "Accounts:other");
        using var app = builder.Build();

        var refused = Assert.Throws<HongyanStartupException>(() => app.MapWeCom("/wecom", "other"));

        Assert.StartsWith("HY1001: Accounts:other:CorpId is missing.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapWeCom_WithoutAddWeCom_SaysWhatToCall()
    {
        using var app = NewBuilder("Production").Build();

        var refused = Assert.Throws<HongyanStartupException>(() => app.MapWeCom("/wecom"));

        Assert.Equal("HY1007", refused.Code);
        Assert.Contains("builder.AddWeCom()", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapWeCom_UnknownAccount_SaysWhatToCall()
    {
        var builder = NewBuilder("Production");
        builder.AddWeCom();
        using var app = builder.Build();

        var refused = Assert.Throws<HongyanStartupException>(() => app.MapWeCom("/wecom", "other"));

        Assert.Equal("HY1007", refused.Code);
        Assert.Contains("builder.AddWeCom(\"other\", section)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWeCom_OneNameTwice_Throws()
    {
        var builder = NewBuilder("Production");
        builder.AddWeCom("demo", "Accounts:demo");

        Assert.Equal("HY1007", Assert.Throws<HongyanStartupException>(() => builder.AddWeCom("demo", "Accounts:other")).Code);
    }

    [Fact]
    public async Task Start_AccountThatIsNotMapped_IsCheckedAllTheSame()
    {
        var builder = NewBuilder("Production", new KeyValuePair<string, string?>("WeCom:CorpId", GoodCorpId));
        builder.AddWeCom();
        await using var app = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("HY1001: WeCom:Token is missing.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BotsSection_SetsHowBotsBehave()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(string () => throw new InvalidTimeZoneException()),
            builder => builder.Configuration["Bots:ErrorReply"] = "出错了，请稍后再试");

        Assert.Equal("出错了，请稍后再试", await host.AnswerAsync(PlatformEnvelope.Official.Seal(Plaintexts.Text("你好"))));
    }
}
