using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>A-09, A-10, A-27: whatever is repeated, lost or killed, there is one issue, and everybody hears of it.</summary>
public sealed class ConfirmedOnceTests : IAsyncLifetime
{
    private FakeJira _jira = null!;

    public static TheoryData<string> Kinds => FakeJira.Kinds;

    public async ValueTask InitializeAsync() => _jira = await FakeJira.StartAsync();

    public ValueTask DisposeAsync() => _jira.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A09_ConfirmedByTextAndButtonAndRetried_IsOnePost(string kind)
    {
        var held = new TaskCompletionSource();
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-09 连点和重发.txt",
        [
            ("Jira 慢了", () => Do(() => _jira.NextPostWaits(held.Task))),
            ("平台没有等到答复，又送来两次", async () =>
            {
                await Desk.UntilAsync(() => _jira.Posts.Count == 1);
                Assert.Null((await desk.Zhangsan.DeliversAgainAsync()).Text);
                Assert.Null((await desk.Zhangsan.DeliversAgainAsync()).Text);
            }),
            ("张三在另一台设备上点“确认”", async () => Assert.Equal("已确认", (await desk.ClickAsync("zhangsan", "confirm")).Text)),
            ("Jira 答复了", () => Do(held.SetResult)),
        ]);

        Assert.Single(_jira.Posts);
        Assert.Single(_jira.Issues);
    }

    [Fact]
    public async Task A09_EverythingAtOnce_IsOnePost()
    {
        var held = new TaskCompletionSource();
        _jira.NextPostWaits(held.Task);
        await using var desk = await Desk.StartAsync(_jira.Settings());
        var (phone, desktop) = (desk.Member("zhangsan"), desk.Member("zhangsan"));
        await phone.SaysAsync("提bug 登录页打不开");
        await phone.ReceivesAsync();

        await Task.WhenAll(
            phone.SaysAsync("确认"), desk.ClickAsync("zhangsan", "confirm"), desktop.SaysAsync("1"), desk.ClickAsync("zhangsan", "confirm"), desktop.SaysAsync("是"),
            phone.DeliversAgainAsync(), desktop.DeliversAgainAsync());
        held.SetResult();
        await Desk.UntilAsync(() => desk.Drafts()[0].Status == DraftStatus.Created);

        Assert.Empty(desk.Host.Errors);
        Assert.Single(_jira.Posts);
        Assert.Equal("CRM-1", Assert.Single(desk.Drafts()).IssueKey);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A10_AnswerLostAfterCreating_IsFoundByItsMarker(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-10 找到了.txt",
        [
            ("Jira 建好了，答复丢了", () => Do(_jira.NextPostDropsItsAnswer)),
            ("十秒后找了一次", () => desk.SearchAsync()),
        ]);

        Assert.Single(_jira.Posts);
        Assert.Single(_jira.Issues);
        Assert.Contains($"labels = \"{desk.Drafts()[0].Marker}\"", Assert.Single(Searches()).Query, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A10_AnswerNeverCame_IsFoundByItsMarker(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-10 找到了.txt",
        [
            // It creates and then says nothing, until the desk has waited as long as it is told to.
            ("Jira 建好了，答复丢了", () => Do(() => _jira.NextPostWaits(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.Current.CancellationToken)))),
            ("十秒后找了一次", async () =>
            {
                await Desk.UntilAsync(() => _jira.Issues.Count == 1);
                await desk.PassAsync(TimeSpan.FromSeconds(20));
                await desk.SearchAsync();
            }),
        ]);

        Assert.Single(_jira.Posts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A10_AnswerLostBeforeCreating_IsAskedOnceMoreAfterThreeSearches(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-10 再提一次.txt",
        [
            ("Jira 没有建，连接断了", () => Do(DropBeforeCreating)),
            ("半分钟里找了三次", () => desk.SearchAsync(3)),
        ]);

        Assert.Equal(2, _jira.Posts.Count);
        Assert.Single(_jira.Issues);
        Assert.Equal(3, Searches().Count);
    }

    [Fact]
    public async Task A10_LostTwiceAndNeverFound_IsUncertainAndEverybodyIsTold()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());

        await ChatLog.PlayAsync(desk, "A-10 说不清.txt",
        [
            ("两次答复都丢了，也找不到", () => Do(() =>
            {
                _jira.IsIndexed = false;
                _jira.NextPostDropsItsAnswer();
                DropBeforeCreating();
            })),
            ("一分钟里找了六次", () => desk.SearchAsync(6)),
        ]);

        Assert.Equal(DraftStatus.Uncertain, desk.Drafts()[0].Status);
        Assert.Equal(2, _jira.Posts.Count);
        await desk.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, _jira.Posts.Count);
    }

    [Fact]
    public async Task A10_SearchFails_IsQueuedAndSearchedAgainBeforeItIsAsked()
    {
        _jira.NextPostDropsItsAnswer();
        _jira.SearchStatus = 503;
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await desk.SearchAsync(3);
        Assert.StartsWith("正在提交", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.StartsWith("Jira 暂时不可用", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);

        _jira.SearchStatus = null;
        await desk.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Single(_jira.Posts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A27_EndedAfterCreating_IsFoundByTheNextProcess(string kind)
    {
        using var folder = new DeskFolder();
        var desk = await Desk.StartOnAsync(folder, _jira.Settings(kind));

        await ChatLog.PlayAsync(() => desk, "A-27 进程被杀.txt",
        [
            ("Jira 建好了，进程在答复之前没了", () => Do(() => _jira.NextPostWaits(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.Current.CancellationToken)))),
            ("新的进程，十秒后找了一次", async () =>
            {
                await Desk.UntilAsync(() => _jira.Issues.Count == 1);
                await desk.DisposeAsync();
                desk = await Desk.StartOnAsync(folder, _jira.Settings(kind));
                await desk.SearchAsync();
            }),
        ]);

        Assert.Single(_jira.Posts);
        Assert.Equal(DraftStatus.Created, desk.Drafts()[0].Status);
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A27_EndedBeforeCreating_IsAskedAfterThreeSearches()
    {
        using var folder = new DeskFolder();
        var desk = await Desk.StartOnAsync(folder, _jira.Settings());
        var isAsked = new TaskCompletionSource();

        await ChatLog.PlayAsync(() => desk, "A-27 没来得及提交.txt",
        [
            ("Jira 还没有建，进程没了", () => Do(() => _jira.NextPost(async (http, _) =>
            {
                isAsked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
            }))),
            ("新的进程，半分钟里找了三次", async () =>
            {
                await isAsked.Task;
                await desk.DisposeAsync();
                desk = await Desk.StartOnAsync(folder, _jira.Settings());
                await desk.SearchAsync(3);
            }),
        ]);

        Assert.Equal(2, _jira.Posts.Count);
        Assert.Single(_jira.Issues);
        await desk.DisposeAsync();
    }

    private IReadOnlyList<JiraRequest> Searches() => [.. _jira.Requests.Where(request => request.Query.Contains("labels = ", StringComparison.Ordinal))];

    private void DropBeforeCreating() => _jira.NextPost((http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
