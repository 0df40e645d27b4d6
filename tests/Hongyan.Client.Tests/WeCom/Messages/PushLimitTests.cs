using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.Messages;

/// <summary>What does not fit is refused before anything is sent, and the exception says what and why.</summary>
public sealed class PushLimitTests : IDisposable
{
    private static readonly TemplateCard Clickable = new VoteInteractionCard
    {
        Checkbox = new() { QuestionKey = "q", Options = [new("a", "A")] },
        SubmitButton = new("提交", "s"),
    };

    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    /// <summary>The field that is too much, and a message with just too much of it.</summary>
    public static TheoryData<string, double, double> Limits => new(Pushes.Select(each => (each.Field, each.Limit, each.Actual)));

    private static readonly (string Field, double Limit, double Actual, Push Push)[] Pushes =
    [
        ("TextPush.Content", 2048, 2049, new TextPush(new string('长', 682) + "abc")),
        ("TextPush.Content (empty)", 1, 0, new TextPush("")),
        ("ImagePush.MediaId", 1, 0, new ImagePush("")),
        ("VideoPush.Title", 128, 129, new VideoPush("m") { Title = new string('a', 129) }),
        ("VideoPush.Description", 512, 513, new VideoPush("m") { Description = new string('长', 171) }),
        ("TextCardPush.Title", 128, 129, Card(title: new string('长', 129))),
        ("TextCardPush.Description", 512, 513, Card(description: string.Concat(Enumerable.Repeat("🦆", 513)))),
        ("TextCardPush.ButtonText", 4, 5, Card(button: "查看更多吧")),
        ("TextCardPush.Url", 2048, 2049, Card(url: "https://" + new string('a', 2041))),
        ("NewsPush.Articles", 1, 0, new NewsPush()),
        ("NewsPush.Articles", 8, 9, new NewsPush([.. Enumerable.Repeat(new PushArticle { Title = "t", Link = "https://example.com" }, 9)])),
        ("NewsPush.Articles[0].Title", 128, 129, new NewsPush(new PushArticle { Title = new string('长', 43), Link = "https://example.com" })),
        ("HostedNewsPush.Articles[0].Author", 64, 65, new HostedNewsPush(new HostedArticle { Title = "t", PictureMediaId = "m", Html = "h", Author = new string('a', 65) })),
        ("HostedNewsPush.Articles[0].Html", 681984, 681985, new HostedNewsPush(new HostedArticle { Title = "t", PictureMediaId = "m", Html = new string('a', 681985) })),
        ("MarkdownPush.Content", 2048, 2049, new MarkdownPush(new string('a', 2049))),
        ("MiniProgramPush.Title (characters)", 4, 3, new MiniProgramPush { AppId = "wx1", Title = "会议室" }),
        ("MiniProgramPush.Items[0].Name", 10, 11, new MiniProgramPush { AppId = "wx1", Title = "会议室预订", Items = [new(new string('长', 11), "v")] }),
        ("VoteInteractionCard.TaskId", 1, 0, new TemplateCardPush(Clickable)),
        ("VoteInteractionCard.TaskId", 0, 1, new TemplateCardPush(Clickable with { TaskId = "编" })),
    ];

    private static TextCardPush Card(string title = "t", string description = "d", string url = "https://example.com", string? button = null) =>
        new() { Title = title, Description = description, Url = url, ButtonText = button };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task SendAsync_TooMuchOrNothing_IsRefusedHere(string field, double limit, double actual)
    {
        var push = Pushes.Single(each => (each.Field, each.Limit, each.Actual) == (field, limit, actual)).Push;

        var refused = await Assert.ThrowsAsync<FieldLimitException>(
            () => _test.Client.Messages.SendAsync(Recipients.User("lisi"), push, cancellationToken: Cancellation));

        Assert.Equal((field.Replace(" (empty)", "", StringComparison.Ordinal), limit, actual), (refused.Field, refused.Limit, refused.Actual));
        Assert.Contains("developer.work.weixin.qq.com/document/path/90236", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_test.Platform.TokenFetches);
    }

    [Fact]
    public async Task SendAsync_ExactlyTheLimit_IsSent()
    {
        _test.Platform.Answer("""{"errcode":0,"msgid":"m"}""");

        await _test.Client.Messages.SendAsync(Recipients.User("lisi"), new string('长', 682) + "ab", cancellationToken: Cancellation);

        Assert.Single(_test.Platform.Calls);
    }

    [Fact]
    public void Cut_TooLong_FitsAndShowsThatItWasCut()
    {
        var cut = TextPush.Cut(new string('长', 700));

        Assert.EndsWith("长…", cut.Content, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(cut.Content), 2040, TextPush.MaxBytes);
    }

    public static TheoryData<string> WrongRecipients => [.. Wrong.Keys];

    private static readonly Dictionary<string, Recipients> Wrong = new()
    {
        ["Recipients.UserIds"] = Recipients.Users([.. Enumerable.Repeat("a", 1001)]),
        ["Recipients.DepartmentIds"] = Recipients.Departments([.. Enumerable.Range(1, 101)]),
        ["Recipients.TagIds"] = Recipients.Tags([.. Enumerable.Range(1, 101)]),
        ["Recipients.UserIds, Recipients.DepartmentIds, Recipients.TagIds"] = Recipients.Users(),
    };

    [Theory]
    [MemberData(nameof(WrongRecipients))]
    public async Task SendAsync_NobodyOrTooMany_IsRefusedHere(string field)
    {
        var refused = await Assert.ThrowsAsync<FieldLimitException>(
            () => _test.Client.Messages.SendAsync(Wrong[field], "hi", cancellationToken: Cancellation));

        Assert.Equal(field, refused.Field);
    }

    [Theory]
    [InlineData("a|b")]
    [InlineData("@all")]
    [InlineData("")]
    public async Task SendAsync_UserIdThatWouldReachOthers_IsRefusedHere(string userId) =>
        await Assert.ThrowsAsync<ArgumentException>(() => _test.Client.Messages.SendAsync(Recipients.User(userId), "hi", cancellationToken: Cancellation));

    [Fact]
    public async Task SendAsync_NoAgentId_SaysWhatToSet()
    {
        using var test = new TestClient(agentId: null);

        var missing = await Assert.ThrowsAsync<HongyanException>(
            () => test.Client.Messages.SendAsync(Recipients.User("lisi"), "hi", cancellationToken: Cancellation));

        Assert.StartsWith("AgentId is missing", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_DuplicateCheckBeyondFourHours_IsRefusedHere() => await Assert.ThrowsAsync<FieldLimitException>(
        () => _test.Client.Messages.SendAsync(
            Recipients.User("lisi"), "hi", new PushOptions { DuplicateCheck = TimeSpan.FromHours(5) }, Cancellation));

    [Fact]
    public async Task SendAsync_EverythingSet_WritesWhatThePlatformReads()
    {
        _test.Platform.Answer("""{"errcode":0,"msgid":"m","invaliduser":"","unlicenseduser":"c|d","response_code":""}""");

        var sent = await _test.Client.Messages.SendAsync(
            Recipients.Users("a", "b") with { DepartmentIds = [1], TagIds = [2, 3] }, "你好",
            new PushOptions { Confidentiality = Confidentiality.Confidential, TranslatesIds = true, DuplicateCheck = TimeSpan.FromMinutes(1) }, Cancellation);

        Assert.Equal(
            """
            {"touser":"a|b","toparty":"1","totag":"2|3","agentid":1000002,"msgtype":"text","text":{"content":"你好"},"safe":1,"enable_id_trans":1,"enable_duplicate_check":1,"duplicate_check_interval":60}
            """,
            _test.Platform.Calls[0].Text);
        Assert.Equal(["c", "d"], sent.UnlicensedUserIds);
        Assert.Null(sent.ResponseCode);
        Assert.False(sent.ReachesEverybody);
    }

    [Fact]
    public async Task UpdateCardAsync_WholeCard_WritesItAsMessagesDo()
    {
        _test.Platform.Answer("""{"errcode":0,"invaliduser":null}""");

        var unchanged = await _test.Client.Messages.UpdateCardAsync(
            Recipients.Everyone, "code", new ButtonInteractionCard { Buttons = [CardButton.ToUrl("看", "https://example.com")], ReplaceText = "已处理" }, Cancellation);

        Assert.Empty(unchanged);
        var body = JsonNode.Parse(_test.Platform.Calls[0].Text)!;
        Assert.Equal((1, "code", "已处理"), ((int)body["atall"]!, (string)body["response_code"]!, (string)body["template_card"]!["replace_text"]!));
        Assert.Equal("https://example.com", (string)body["template_card"]!["button_list"]![0]!["url"]!);
    }
}
