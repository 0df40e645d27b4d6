using System.Text.Json.Nodes;
using Hongyan.Cli.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Cli.Tests.Doctor;

/// <summary>Configuration, platform and rights; the callback has tests of its own.</summary>
public sealed class DoctorCommandTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static readonly string[] Secrets =
    [
        "xOdCg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK", "Bmh7rztkKtemv2t1jObb", "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c",
        "318b54817d0114fdd5b60c6658cb90f0", "vwX2BZrcR9UeGUPzUoU2", "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ",
        "ShYWlQbEVTClCVT7zZZL", "ghPaBbA7Ix0CHNJaBX8rwnSX9LzM4qTwQ8Tyr8d8ucf",
    ];

    [Theory]
    [InlineData("demo")]
    [InlineData("oa")]
    [InlineData("robot")]
    public async Task Doctor_AllIsWell_SaysSoAndPrintsNoSecret(string account)
    {
        await using var bots = await BotServer.StartAsync(platform.ConfigFile);

        var run = await CommandRun.OfAsync(["doctor", "--config", platform.ConfigFile, "--account", account, "--url", bots.Address]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("✓ 网址验证：通过", run.Output, StringComparison.Ordinal);
        Assert.Contains("✓ 伪造的请求：拒绝了", run.Output, StringComparison.Ordinal);
        Assert.Contains("✓ 收消息：收下了", run.Output, StringComparison.Ordinal);
        Assert.Contains("没有要改的。", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('✗', run.Output);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_English_SpeaksIt()
    {
        var run = await CommandRun.OfAsync(["doctor", "--config", platform.ConfigFile, "--account", "demo", "--lang", "en"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("✓ token: It is given.", run.Output, StringComparison.Ordinal);
        Assert.Contains("- URL verification: Not examined: no --url was given.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WrongSecret_PutsTheTokenFirst()
    {
        var config = await ConfigureAsync(secret: "AAAAg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK");

        var run = await DoctorRun.OfAsync(config);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["token problem", "address skipped", "rights skipped"], run.Checks.Where(check => check.Split(' ')[0] is "token" or "address" or "rights"));
        Assert.Contains("40001", (string?)run.First("problem")["text"], StringComparison.Ordinal);
        Assert.Contains("应用管理 → 应用 → Secret", (string?)run.First("problem")["fix"], StringComparison.Ordinal);
        Assert.DoesNotContain("AAAAg69m", run.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AddressIsNotTrusted_NamesTheOneThatThePlatformSaw()
    {
        await platform.FailAsync("demo", new { path = "/cgi-bin/agent/get", errCode = 60020, errMsg = "not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info" });
        var run = await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo");
        await platform.FailAsync("demo");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("address problem", run.Checks);
        Assert.Contains("平台看到的 IP 是 203.0.113.7", (string?)run.First("problem")["text"], StringComparison.Ordinal);
        Assert.StartsWith("把 203.0.113.7 加到", (string?)run.First("problem")["fix"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OfficialAccountNotOnTheList_SaysWhichAddress()
    {
        await platform.FailAsync("oa", new { path = "/cgi-bin/stable_token", errCode = 40164, errMsg = "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist" });
        var run = await DoctorRun.OfAsync(platform.ConfigFile, "--account", "oa");
        await platform.FailAsync("oa");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("203.0.113.7 加到 设置与开发", (string?)run.First("problem")["fix"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OfficialAccountIsNotVerified_SaysWhatToDo()
    {
        using var turned = await platform.Control.PutAsync("/sim/official-accounts/oa/settings",
            new StringContent("""{"isVerified":false}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        turned.EnsureSuccessStatusCode();
        var run = await DoctorRun.OfAsync(platform.ConfigFile, "--account", "oa");
        using var back = await platform.Control.PutAsync("/sim/official-accounts/oa/settings",
            new StringContent("""{"isVerified":true}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("rights problem", run.Checks);
        Assert.Contains("Accounts:oa:Verified", (string?)run.First("problem")["fix"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CorpId", "", "缺 Accounts:demo:CorpId")]
    [InlineData("CorpId", "your-corp-id", "占位")]
    [InlineData("Token", "", "缺 Accounts:demo:Token")]
    [InlineData("Token", "QDG6eK", "公开过")]
    [InlineData("Token", "abc-def_ghi", "字母和数字")]
    [InlineData("Token", "Bmh7rztkKtemv2t1jObb\\n", "空白")]
    [InlineData("EncodingAESKey", "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7", "42 个字符")]
    [InlineData("EncodingAESKey", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "公开过")]
    public async Task Doctor_ValueCannotBeRight_NamesItWithoutPrintingIt(string key, string value, string sentence)
    {
        var config = await ConfigureAsync(key, value);

        var run = await DoctorRun.OfAsync(config);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("configuration", (string?)run.First("problem")["name"]);
        Assert.Contains(sentence, (string?)run.First("problem")["text"], StringComparison.Ordinal);
        if (key != "CorpId" && value.Length > 6)
            Assert.DoesNotContain(value, run.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_NobodyListens_StopsAtThePlatform()
    {
        var config = await ConfigureAsync(address: "http://127.0.0.1:1");

        var run = await DoctorRun.OfAsync(config);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("reach problem", run.Checks);
        Assert.Contains("token skipped", run.Checks);
    }

    [Theory]
    [InlineData(600, "problem", 1)]
    [InlineData(-90, "notice", 0)]
    [InlineData(0, "good", 0)]
    public async Task Doctor_ClockIsAway_SaysByHowMuch(int seconds, string state, int exitCode)
    {
        await using var fake = await FakePlatform.StartAsync(http =>
        {
            http.Response.Headers.Date = TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            return AnswerAsync(http, people: 1);
        });

        var run = await DoctorRun.OfAsync(await ConfigureAsync(address: fake.Address));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains($"clock {state}", run.Checks);
    }

    [Theory]
    [InlineData(0, 0, "可见范围里一个人也没有")]
    [InlineData(1, 1, "停用了")]
    public async Task Doctor_ApplicationReachesNobody_SaysWhy(int people, int closed, string sentence)
    {
        await using var fake = await FakePlatform.StartAsync(http => AnswerAsync(http, people, closed));

        var run = await DoctorRun.OfAsync(await ConfigureAsync(address: fake.Address));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, (string?)run.First("problem")["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zhangsan", "good", "在可见范围里", 0)]
    [InlineData("nobody", "problem", "60111", 1)]
    public async Task Doctor_OneMember_IsLookedUp(string member, string state, string sentence, int exitCode)
    {
        var run = await DoctorRun.OfAsync(platform.ConfigFile, "--account", "demo", "--to", member);

        Assert.Equal(exitCode, run.ExitCode);
        var found = run.Report["checks"]!.AsArray().Single(check => (string?)check!["name"] == "person")!;
        Assert.Equal(state, (string?)found["state"]);
        Assert.Contains(sentence, (string?)found["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_MemberHasNotActivated_SaysSo()
    {
        await using var fake = await FakePlatform.StartAsync(http => http.Request.Path == "/cgi-bin/user/get"
            ? http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok","userid":"xiaowang","name":"小王","status":4}""")
            : AnswerAsync(http, people: 1));

        var run = await DoctorRun.OfAsync(await ConfigureAsync(address: fake.Address), "--to", "xiaowang");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("还没有激活", (string?)run.First("problem")["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OneFollower_IsLookedUp()
    {
        var follower = (string?)(await platform.ReadAsync("/sim/official-accounts/oa/people"))[0]["openId"];

        var known = await DoctorRun.OfAsync(platform.ConfigFile, "--account", "oa", "--openid", follower!);
        var unknown = await DoctorRun.OfAsync(platform.ConfigFile, "--account", "oa", "--openid", "oNobody");

        Assert.Contains("person good", known.Checks);
        Assert.Contains("person problem", unknown.Checks);
        Assert.Contains("40003", (string?)unknown.First("problem")["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_TrustedDomainIsAnother_IsSaidWithoutBeingAProblem()
    {
        await using var fake = await FakePlatform.StartAsync(http => AnswerAsync(http, people: 1));

        // The name is reserved, so that the callback itself is never found.
        var run = await DoctorRun.OfAsync(await ConfigureAsync(address: fake.Address), "--url", "https://other.invalid");

        Assert.Contains("rights notice", run.Checks);
        Assert.Contains("可信域名是 bot.example.com，回调在 other.invalid", run.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--account", "oa", "--to", "zhangsan")]
    [InlineData("--account", "demo", "--openid", "oA1")]
    [InlineData("--account", "nope")]
    [InlineData("--account", "demo", "--url", "bot.example.com")]
    [InlineData("--account", "demo", "--url", "ftp://bot.example.com")]
    [InlineData("--account", "demo", "--lang", "fr")]
    public async Task Doctor_CannotBeUnderstood_IsUnusable(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["doctor", "--config", platform.ConfigFile, .. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEqual("", run.Error);
    }

    private static Task AnswerAsync(HttpContext http, int people, int closed = 0) => http.Response.WriteAsync(http.Request.Path.Value switch
    {
        "/cgi-bin/gettoken" => """{"errcode":0,"errmsg":"ok","access_token":"t1","expires_in":7200}""",
        "/cgi-bin/agent/get" => new JsonObject
        {
            ["errcode"] = 0, ["agentid"] = 1000002, ["name"] = "值班", ["close"] = closed, ["redirect_domain"] = "bot.example.com",
            ["allow_userinfos"] = new JsonObject { ["user"] = new JsonArray([.. Enumerable.Range(0, people).Select(number => (JsonNode)new JsonObject { ["userid"] = $"u{number}" })]) },
        }.ToJsonString(),
        _ => """{"errcode":41001,"errmsg":"access_token missing"}""",
    });

    private Task<string> ConfigureAsync(string key = "", string value = "", string? address = null, string? secret = null)
    {
        var values = new Dictionary<string, string>
        {
            ["Platform"] = "WeCom", ["CorpId"] = "ww2075aefc195e57e9", ["AgentId"] = "1000002", ["Secret"] = secret ?? Secrets[0],
            ["Token"] = Secrets[1], ["EncodingAESKey"] = Secrets[2], ["ApiBaseAddress"] = address ?? platform.Address,
        };
        if (key.Length > 0)
            values[key] = value.Replace("\\n", "\n", StringComparison.Ordinal);
        return platform.WriteAsync($"{Guid.NewGuid():N}.json", new JsonObject
        {
            ["Accounts"] = new JsonObject { ["demo"] = new JsonObject(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))) },
        }.ToJsonString());
    }
}
