namespace Hongyan.Testing.Tests.Samples;

/// <summary>Each sample is compiled and run as a reader would run it, and answers signed callbacks.</summary>
public sealed class SampleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_Started_Answer()
    {
        await using var sample = await RunningSample.StartAsync("02-commands", Cancelled);

        Assert.Contains("text 天气 {city}", await AskAsync("帮助"), StringComparison.Ordinal);
        Assert.Equal("广州：晴，23℃", await AskAsync("天气 广州"));
        Assert.Equal("7", await AskAsync("加  3 4"));
        Assert.Equal("「三 四」不是两个整数，比如：加 3 4", await AskAsync("加 三 四"));
        Assert.Equal("1月5日是星期一。", await AskAsync("星期几 2026-01-05"));
        Assert.Equal("没听懂。发“帮助”看看我会什么。", await AskAsync("星期几 明天"));
        Assert.Equal("zhangsan 发布了公告：今晚停电", await AskAsync("公告 今晚停电"));
        Assert.Equal("只有管理员可以发公告。", await AskAsync("公告 今晚停电", "wangwei"));
        Assert.Equal("今天没有安排。", await SendAsync(MemberAction.Event("click", "today")));
        Assert.Equal("你好！发“帮助”看看我会什么。", await SendAsync(MemberAction.Event("enter_agent")));
        Assert.Null(await SendAsync(MemberAction.Event("click", "tomorrow")));

        Task<string?> AskAsync(string text, string member = "zhangsan") => SendAsync(MemberAction.Text(text), member);
        Task<string?> SendAsync(MemberAction action, string member = "zhangsan") => sample.AskAsync("/wecom", "WeCom", member, action, Cancelled);
    }

    [Fact]
    public async Task Services_Started_Answer()
    {
        const string Signature = "\n—— 签到助手";
        await using var sample = await RunningSample.StartAsync("03-services", Cancelled);

        Assert.Equal("今天还没有人签到。" + Signature, await AskAsync("名单"));
        Assert.Matches($"^已签到，[0-9]{{2}}:[0-9]{{2}}。{Signature}$", await AskAsync("签到"));
        Assert.Equal("你今天已经签过到了。" + Signature, await AskAsync("签到"));
        await AskAsync("签到", "lisi");
        Assert.Equal("zhangsan\nlisi" + Signature, await AskAsync("名单"));
        Assert.Equal("第 1 组：zhangsan、lisi" + Signature, await AskAsync("分组 2"));
        Assert.Equal("不行：一组至少两个人。", await AskAsync("分组 1"));

        Task<string?> AskAsync(string text, string member = "zhangsan") => sample.AskAsync("/wecom", "WeCom", member, MemberAction.Text(text), Cancelled);
    }

    [Fact]
    public async Task Dialog_Started_AsksAndSubmits()
    {
        await using var sample = await RunningSample.StartAsync("04-dialog", Cancelled);

        Assert.Equal("发“提bug”来报一个问题。", await AskAsync("你好"));
        Assert.Equal("标题是什么？", await AskAsync("提bug"));
        Assert.Equal("级别？(1-3)", await AskAsync("登录页白屏"));
        Assert.Equal("没看懂，请再说一次。", await AskAsync("很急"));
        Assert.Equal("只能是 1、2、3。", await AskAsync("9"));
        Assert.Equal("发一张截图，没有就回复“无”。", await AskAsync("1"));
        Assert.Equal("提交「登录页白屏」，1 级，附截图？(是/否)", await SendAsync(MemberAction.Image()));
        Assert.Equal("已提交 CRM-1", await AskAsync("是"));
        Assert.Equal("标题是什么？", await AskAsync("提bug"));
        Assert.Equal("已取消。", await AskAsync("取消"));
        Assert.Equal("发“提bug”来报一个问题。", await AskAsync("是"));

        Task<string?> AskAsync(string text) => SendAsync(MemberAction.Text(text));
        Task<string?> SendAsync(MemberAction action) => sample.AskAsync("/wecom", "WeCom", "zhangsan", action, Cancelled);
    }

    [Fact]
    public async Task TwoAccounts_Started_AnswerEachForItself()
    {
        await using var sample = await RunningSample.StartAsync("07-two-accounts", Cancelled);

        Assert.Equal("上午数学，下午体育。", await AskSchoolAsync("今天"));
        Assert.Equal("十点例会。", await AskCompanyAsync("今天"));
        Assert.Equal("zhangsan，你好！这里是 school。", await AskSchoolAsync("你好"));
        Assert.Equal("zhangsan，你好！这里是 company。", await AskCompanyAsync("你好"));
        Assert.Equal("我不懂“明天”。", await AskCompanyAsync("明天"));

        Task<string?> AskSchoolAsync(string text) => sample.AskAsync("/wecom", "Accounts__school", "zhangsan", MemberAction.Text(text), Cancelled);
        Task<string?> AskCompanyAsync(string text) => sample.AskAsync("/second", "Accounts__company", "zhangsan", MemberAction.Text(text), Cancelled);
    }

    [Fact]
    public void RunSettings_OfEverySample_AreThere()
    {
        var samples = Directory.EnumerateFiles(RepositoryRoot.Combine("samples"), "*.cs").Order(StringComparer.Ordinal);

        Assert.All(samples, sample =>
        {
            var settings = File.ReadAllText(Path.ChangeExtension(sample, ".run.json"));
            Assert.Contains("\"ASPNETCORE_ENVIRONMENT\": \"Development\"", settings, StringComparison.Ordinal);
            // Where the simulator calls back: its app 回声, or for the one about robots its robot AI 示例.
            var port = Path.GetFileName(sample) == "08-ai.cs" ? 5088 : 5081;
            Assert.Contains($"\"ASPNETCORE_URLS\": \"http://127.0.0.1:{port}\"", settings, StringComparison.Ordinal);
        });
    }
}
