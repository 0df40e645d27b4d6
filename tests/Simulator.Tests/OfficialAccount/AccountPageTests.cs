using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Chat = $"/official-account/oa/{RunningAccount.Follower}";
    private const string Settings = "/official-account/oa/callback";

    private FakeBot _bot = null!;
    private RunningAccount _account = null!;
    private PageClient _page = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(callback =>
            callback.Method == "GET" ? BotAnswer.Text(callback.Query["echostr"]) : RunningAccount.Seal(RunningAccount.Text("来了")));
        _account = await RunningAccount.StartAsync(_bot);
        _page = new(_account.Simulator);
    }

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        await _account.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("/official-account/oa")]
    [InlineData(Chat)]
    [InlineData(Chat + "?panel=profile")]
    [InlineData(Chat + "?panel=faults")]
    [InlineData(Chat + "?panel=transcript")]
    [InlineData(Chat + "?panel=calls")]
    [InlineData(Chat + "?event=location_select")]
    [InlineData(Chat + "?message-type=voice")]
    [InlineData(Settings)]
    public async Task Page_EachAddress_IsShownInBothLanguages(string address)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var (status, html, _) = await _page.GetAsync(address, language);
            Assert.Equal(200, status);
            foreach (var key in new[] { "Profile_", "Account_", "Followers_", "Event_", "Type_", "Field_", "Finding_" })
                Assert.DoesNotContain($">{key}", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/official-account/nobody")]
    [InlineData("/official-account/oa/oNobody")]
    [InlineData("/official-account/nobody/callback")]
    public async Task Page_OfNobody_Is404(string address) => Assert.Equal(404, (await _page.GetAsync(address)).Status);

    [Fact]
    public async Task Say_WithoutScript_ShowsTheAnswer()
    {
        var (status, _, location) = await _page.PostAsync(Chat, "say", new Dictionary<string, string> { ["content"] = "你好" });

        Assert.Equal(302, status);
        var (_, html, _) = await _page.GetAsync(location!.OriginalString.Replace(_account.Simulator.Http.BaseAddress!.ToString(), "/", StringComparison.Ordinal));
        Assert.Contains("来了", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_WithoutScript_ClicksAndShowsMaterials()
    {
        await _page.PostAsync(Chat, "menu", new Dictionary<string, string> { ["entry"] = "CLICK:help" });
        await _page.PostAsync(Chat, "menu", new Dictionary<string, string> { ["tap"] = "图文" });

        Assert.Equal(["event", "text", "news"], (await _account.ConversationAsync()).Select(entry => (string)entry!["type"]!));
    }

    [Fact]
    public async Task Profile_WithoutScript_UnfollowsAndFollowsByQrCode()
    {
        await _page.PostAsync(Chat + "?panel=profile", "follow", new Dictionary<string, string> { ["event"] = "unsubscribe" });
        var (_, stranger, _) = await _page.GetAsync(Chat);
        Assert.Contains("没有关注这个公众号", stranger, StringComparison.Ordinal);

        await _page.PostAsync(Chat + "?panel=profile", "scan", new Dictionary<string, string> { ["scene"] = "class-7" });

        var person = await _account.Simulator.GetAsync($"/sim/official-accounts/oa/people/{RunningAccount.Follower}");
        Assert.Equal((true, "class-7"), ((bool)person["isFollowing"]!, (string)person["qrScene"]!));
    }

    [Fact]
    public async Task MenuMessage_WithoutScript_ItsAnswerIsTapped()
    {
        await _account.SayAsync("你好");
        await _account.CallAsync("/message/custom/send", new
        {
            touser = RunningAccount.Follower, msgtype = "msgmenu",
            msgmenu = new { head_content = "满意吗", list = new[] { new { id = "101", content = "满意" } }, tail_content = "谢谢" },
        });

        await _page.PostAsync(Chat, "tap", new Dictionary<string, string> { ["menu"] = "101\n满意" });

        Assert.Contains("<bizmsgmenuid><![CDATA[101]]></bizmsgmenuid>", RunningAccount.Open(_bot.Received[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_Added_IsInTheList()
    {
        var (status, _, location) = await _page.PostAsync("/official-account/oa", "new-person", new Dictionary<string, string> { ["name"] = "新同学" });

        Assert.Equal(302, status);
        Assert.Contains("/official-account/oa/o", location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("新同学", (await _page.GetAsync("/official-account/oa")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_Submitted_AreVerifiedAndSaved()
    {
        var (_, html, _) = await _page.PostAsync(Settings, "callback", new Dictionary<string, string>
        {
            ["action"] = "save", ["callbackUrl"] = _bot.Url, ["token"] = "abc", ["encodingAESKey"] = CallbackSettings.RandomKey(), ["mode"] = nameof(CallbackMode.Plaintext),
        });

        Assert.Contains("已保存", html, StringComparison.Ordinal);
        var account = await _account.Simulator.GetAsync("/sim/official-accounts/oa");
        Assert.Equal(("abc", "plaintext"), ((string)account["token"]!, (string)account["mode"]!));
        var asked = _bot.Received.Single();
        Assert.Equal("GET", asked.Method);
        Assert.Equal(["echostr", "nonce", "signature", "timestamp"], asked.Query.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Settings_WrongEcho_SaysTokenVerificationFailed_AndKeepsTheOld()
    {
        await using var wrong = await FakeBot.StartAsync(BotAnswer.Text("\"no\""));

        var (_, html, _) = await _page.PostAsync(Settings, "callback", Filled("callbackUrl", wrong.Url));

        Assert.Contains("token验证失败", html, StringComparison.Ordinal);
        Assert.Equal(_bot.Url, (string?)(await _account.Simulator.GetAsync("/sim/official-accounts/oa"))["callbackUrl"]);
    }

    [Fact]
    public async Task Settings_NobodyAnswers_SaysTheUrlTimedOut()
    {
        var (_, html, _) = await _page.PostAsync(Settings, "callback", Filled("callbackUrl", "http://127.0.0.1:1/bot"));

        Assert.Contains("请求URL超时", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token", "ab")]
    [InlineData("token", "含有汉字")]
    [InlineData("encodingAESKey", "short")]
    [InlineData("callbackUrl", "ftp://example.com/")]
    public async Task Settings_WrongField_AreNotSent(string field, string value)
    {
        var (_, html, _) = await _page.PostAsync(Settings, "callback", Filled(field, value));

        Assert.Contains("没有保存", html, StringComparison.Ordinal);
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task Settings_Switches_AreKept()
    {
        await _page.PostAsync(Settings, "switches", new Dictionary<string, string> { ["speech"] = "true", ["verified"] = "" });

        var account = await _account.Simulator.GetAsync("/sim/official-accounts/oa");
        Assert.Equal((false, true), ((bool)account["isVerified"]!, (bool)account["recognizesSpeech"]!));
        Assert.Contains("recognition", (await _page.GetAsync(Chat + "?message-type=voice")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcript_ExportedAndReplayed_IsTheSameConversation()
    {
        await _account.SayAsync("你好");
        await _account.ActAsync("scans", new { scene = "class-7", ticket = "gQ1" });
        await _account.ActAsync("messages", new { type = "shortvideo" });
        using var exported = await _account.Simulator.Http.GetAsync(
            new Uri($"/sim/official-accounts/oa/people/{RunningAccount.Follower}/transcript", UriKind.Relative), TestContext.Current.CancellationToken);
        var file = await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var content = new StringContent(file, System.Text.Encoding.UTF8, "text/plain");
        using var response = await _account.Simulator.Http.PostAsync(
            new Uri("/sim/official-accounts/oa/transcript", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var result = await RunningSimulator.ReadAsync(response);

        Assert.True(response.IsSuccessStatusCode, result.ToJsonString());
        Assert.Contains("app: oa", file, StringComparison.Ordinal);
        Assert.Contains("(event) SCAN class-7", file, StringComparison.Ordinal);
        Assert.True((bool)result["matches"]!, result.ToJsonString());
        Assert.Equal(3, (int)result["turns"]!);
    }

    // The form as it stands, with one field changed.
    private Dictionary<string, string> Filled(string field, string value)
    {
        var fields = new Dictionary<string, string>
        {
            ["action"] = "save", ["callbackUrl"] = _bot.Url, ["token"] = SampleAccounts.Oa.Callback.Token,
            ["encodingAESKey"] = SampleAccounts.Oa.Callback.EncodingAESKey, ["mode"] = nameof(CallbackMode.Safe),
        };
        fields[field] = value;
        return fields;
    }
}
