using Hongyan.OfficialAccount;

namespace Hongyan.Client.Tests.OfficialAccount;

/// <summary>What the platform sends when it does not keep to its own pages, and what is sent to it.</summary>
public sealed class OfficialAccountAnswerTests : IDisposable
{
    private readonly OfficialAccountTestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakePlatform Platform => _test.Platform;

    private OfficialAccountClient Client => _test.Client;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task GetUser_NumbersAsTextAndNulls_AreRead()
    {
        Platform.Answer("""{"subscribe":"1","openid":"oA1","subscribe_time":"1700000000","remark":null,"tagid_list":null,"qr_scene":"7","qr_scene_str":"","unionid":""}""");

        var person = await Client.Users.GetAsync("oA1", Cancellation);

        Assert.Equal((true, "", 7, null, null), (person.IsFollowing, person.Remark, person.QrScene, person.QrSceneText, person.UnionId));
        Assert.Empty(person.TagIds);
        Assert.Equal(1700000000, person.FollowedAt!.Value.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("""{"subscribe":1}""")]
    [InlineData("""{"openid":"oA1","tagid_list":7}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task GetUser_NotWhatIsExpected_IsUnavailableAndNothingElse(string answer)
    {
        Platform.Answer(answer);

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => Client.Users.GetAsync("oA1", Cancellation));
    }

    [Fact]
    public async Task ListUsers_TwoPages_AreReadBehindEachOther()
    {
        var first = string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"o{number}\""));
        Platform.Answer($$"""{"total":10001,"count":10000,"data":{"openid":[{{first}}]},"next_openid":"o9999"}""");
        Platform.Answer("""{"total":10001,"count":1,"data":{"openid":["last"]},"next_openid":"last"}""");

        var all = await Client.Users.ListAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal((10_001, "last"), (all.Count, all[^1]));
        Assert.Equal("o9999", Platform.Calls[1].Query("next_openid"));
    }

    [Fact]
    public async Task ListUsers_PageThatNamesItselfAgain_Ends()
    {
        var page = string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"o{number}\""));
        Platform.Otherwise = _ => FakePlatform.Json($$"""{"data":{"openid":[{{page}}]},"next_openid":"o9999"}""");

        Assert.Equal(20_000, await Client.Users.ListAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task GetMenus_RuleWithFieldsThatNoLongerCount_IsRead()
    {
        Platform.Answer("""
            {"menu":{"button":[{"type":"click","name":"歌","key":"k","sub_button":[]}],"menuid":208396938},
             "conditionalmenu":[{"button":[{"type":"click","name":"歌","key":"k","sub_button":[]}],
              "matchrule":{"group_id":2,"sex":1,"country":"中国","client_platform_type":2,"tag_id":""},"menuid":"208396993"}]}
            """);

        var menus = await Client.Menus.GetAsync(Cancellation);

        var conditional = Assert.Single(menus.Conditional);
        Assert.Equal((208396993, FollowerDevice.Android, null), (conditional.Id, conditional.Rule.Device, conditional.Rule.TagId));
    }

    [Fact]
    public async Task AddConditional_Rule_IsWrittenAsText()
    {
        Platform.Answer("""{"menuid":"208379533"}""");

        var id = await Client.Menus.AddConditionalAsync(
            new AccountMenu(AccountMenuButton.Click("歌🎵", "k")), new MenuRule { TagId = 2, Device = FollowerDevice.Ios }, Cancellation);

        Assert.Equal(208379533, id);
        Assert.Equal("""{"button":[{"name":"歌🎵","type":"click","key":"k"}],"matchrule":{"tag_id":"2","client_platform_type":"1"}}""", Platform.Calls[0].Text);
    }

    [Fact]
    public async Task GetCurrentMenu_SetInTheConsole_IsRead()
    {
        Platform.Answer("""
            {"is_menu_open":1,"selfmenu_info":{"button":[{"name":"b","sub_button":{"list":[{"type":"view","name":"v","url":"http://a/"},
              {"type":"news","name":"n","value":"KQb_","news_info":{"list":[{"title":"t"}]}},{"type":"text","name":"t","value":"说明"}]}}]}}
            """);

        var menu = await Client.Menus.GetCurrentAsync(Cancellation);

        Assert.True(menu.IsOpen);
        Assert.Equal([("v", "view", null), ("n", "news", "KQb_"), ("t", "text", "说明")], menu.Buttons[0].Buttons.Select(button => (button.Name, button.Type, button.Value)));
    }

    public static TheoryData<AccountMenu, string> Menus => new()
    {
        { new AccountMenu(), "AccountMenu.Buttons" },
        { new AccountMenu(Enumerable.Repeat(AccountMenuButton.Click("a", "b"), 4).ToArray()), "AccountMenu.Buttons" },
        { new AccountMenu(AccountMenuButton.Click("六个汉字太长", "b")), "AccountMenu.Buttons[0].Name" },
        { new AccountMenu(AccountMenuButton.Click("a", "")), "AccountMenu.Buttons[0].Key" },
        { new AccountMenu(AccountMenuButton.Click("a", new string('k', 129))), "AccountMenu.Buttons[0].Key" },
        { new AccountMenu(AccountMenuButton.View("a", "")), "AccountMenu.Buttons[0].Url" },
        { new AccountMenu(AccountMenuButton.View("a", new string('u', 1025))), "AccountMenu.Buttons[0].Url" },
        { new AccountMenu(AccountMenuButton.MiniProgram("a", "", "p", "u")), "AccountMenu.Buttons[0].MiniProgramAppId" },
        { new AccountMenu(AccountMenuButton.Material("a", "")), "AccountMenu.Buttons[0].MediaId" },
        { new AccountMenu(AccountMenuButton.Article("a", "")), "AccountMenu.Buttons[0].ArticleId" },
        { new AccountMenu(new AccountMenuButton { Name = "a" }), "AccountMenu.Buttons[0].Type" },
        { new AccountMenu(AccountMenuButton.Group("a", Enumerable.Repeat(AccountMenuButton.Click("a", "b"), 6).ToArray())), "AccountMenu.Buttons[0].Buttons" },
        { new AccountMenu(AccountMenuButton.Group("a", AccountMenuButton.Group("b", AccountMenuButton.Click("c", "d")))), "AccountMenu.Buttons[0].Buttons[0].Buttons" },
        { new AccountMenu(AccountMenuButton.Group("a", AccountMenuButton.Click(new string('长', 21), "d"))), "AccountMenu.Buttons[0].Buttons[0].Name" },
    };

    [Theory]
    [MemberData(nameof(Menus))]
    public async Task SetMenu_TooMuchOrTooLittle_IsNotSent(AccountMenu menu, string field)
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Client.Menus.SetAsync(menu, Cancellation));

        Assert.Equal(field, refusal.Field);
        Assert.Empty(Platform.Calls);
    }

    [Fact]
    public void JsSdk_SamplesOfThePlatform_HaveItsSignature() => Assert.Equal(
        "0f9de62fce790f9a083d5c99e95740ceb90c27ed",
        OfficialAccountJsSdk.SignatureOf(
            "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg", "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value#top"));

    [Fact]
    public void AuthorizeUrl_Always_HasTheOrderThatThePlatformWants() => Assert.Equal(
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&response_type=code&scope=snsapi_userinfo&state=s1#wechat_redirect",
        Client.OAuth.CreateAuthorizeUrl(new Uri("https://a.example/b?c=1"), "s1", SignInScope.Profile).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("状态")]
    public void AuthorizeUrl_StateThatIsNotTaken_Throws(string state) =>
        Assert.Throws<FieldLimitException>(() => Client.OAuth.CreateAuthorizeUrl(new Uri("https://a.example"), state));

    [Fact]
    public async Task OAuth_Refused_ShowsNoSecretAndUsesNoTokenOfTheAccount()
    {
        Platform.Answer(FakePlatform.Error(40029, $"invalid code {OfficialAccountTestClient.Secret}"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Client.OAuth.GetTokensAsync("code", Cancellation));

        Assert.Equal("GET /sns/oauth2/access_token", refusal.Endpoint);
        Assert.DoesNotContain(OfficialAccountTestClient.Secret, refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(Platform.TokenFetches);
    }

    [Fact]
    public async Task OAuth_CodeIsAnsweredByAGateway_IsNotMadeAgain()
    {
        using var test = new OfficialAccountTestClient(retries: 3);
        test.Platform.Answer(FakePlatform.Json("<html>", System.Net.HttpStatusCode.BadGateway));

        Assert.True((await Assert.ThrowsAsync<PlatformUnavailableException>(() => test.Client.OAuth.GetTokensAsync("code", Cancellation))).MayHaveTakenEffect);
        Assert.Single(test.Platform.Calls);
    }

    [Fact]
    public async Task Tokens_Snapshot_SaySo()
    {
        Platform.Answer("""{"access_token":"t","expires_in":"7200","refresh_token":"r","openid":"oA1","scope":"snsapi_userinfo","is_snapshotuser":1,"unionid":"u"}""");

        var tokens = await Client.OAuth.GetTokensAsync("code", Cancellation);

        Assert.Equal((true, "u", 7200), (tokens.IsSnapshot, tokens.UnionId, tokens.ExpiresInSeconds));
        Assert.Equal("oA1 (snsapi_userinfo)", tokens.ToString());
    }

    [Fact]
    public async Task Records_TwoPages_AreReadBehindEachOther()
    {
        Platform.Answer("""{"recordlist":[{"openid":"oA1","opercode":2002,"text":"您好","time":1700000000,"worker":"t@s"}],"number":10000,"msgid":20165267}""");
        Platform.Answer("""{"recordlist":[{"openid":"oA1","opercode":2003,"text":"你好","time":1700000001,"worker":"t@s"}],"number":1,"msgid":20165268}""");
        var from = DateTimeOffset.FromUnixTimeSeconds(1700000000);

        var records = await Client.CustomerServiceSessions.ListRecordsAsync(from, from.AddHours(1), Cancellation).ToListAsync(Cancellation);

        Assert.Equal([("您好", true), ("你好", false)], records.Select(record => (record.Text, record.IsFromServicer)));
        Assert.Equal("""{"starttime":1700000000,"endtime":1700003600,"msgid":20165267,"number":10000}""", Platform.Calls[1].Text);
    }

    [Fact]
    public async Task Statistics_RowsWithMoreThanIsKnown_AreRead()
    {
        Platform.Answer("""
            {"list":[{"ref_date":"2014-12-14","msgid":"202457380_1","title":"马航丢画记","details":[{"stat_date":"2014-12-14","target_user":261917,
              "int_page_read_user":23676,"int_page_read_count":25615,"share_user":122,"share_count":994,"int_page_from_session_read_user":657283}]}]}
            """);

        var article = Assert.Single(await Client.Statistics.GetArticleTotalsAsync(new DateOnly(2014, 12, 14), Cancellation));

        Assert.Equal(("202457380_1", 261917L), (article.ArticleId, article.Days[0].Recipients));
        Assert.Equal("""{"begin_date":"2014-12-14","end_date":"2014-12-14"}""", Platform.Calls[0].Text);
    }
}
