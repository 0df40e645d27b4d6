#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using Hongyan;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom();
builder.Services.AddSingleton<IssueTracker>();

var app = builder.Build();
var bot = app.MapWeCom("/wecom");

// From here on the person's messages go to the dialog, until it is done or the person says 取消.
bot.OnText("提bug", Dialogs.Start<BugReport>);
bot.Fallback(() => "发“提bug”来报一个问题。");

app.Run();

/// <summary>提 bug：标题 → 级别 → 截图 → 确认。</summary>
internal sealed class BugReport(IssueTracker tracker) : Dialog<BugReport.Draft>
{
    /// <summary>What the dialog knows so far. It is kept between two messages, and over a restart where there is a store.</summary>
    public sealed record Draft
    {
        public string Title { get; init; } = "";

        public int Severity { get; init; }

        public string? Picture { get; init; }
    }

    // The next step is named by its method, so a step that is renamed is a compile error here.
    public override Next Start() => Ask(Title, "标题是什么？");

    // The parameter is the answer that the step understands. Anything else is answered with “没看懂，请再说一次。”.
    public Next Title(string answer) => Ask(Severity, "级别？(1-3)", State with { Title = answer });

    public Next Severity(int answer) => answer is < 1 or > 3
        ? Retry("只能是 1、2、3。")
        : Ask(Picture, "发一张截图，没有就回复“无”。", State with { Severity = answer });

    // A step may take any message and look at it itself.
    public Next Picture(IncomingMessage answer) => answer switch
    {
        ImageMessage image => AskToConfirm(State with { Picture = image.MediaId }),
        TextMessage { Content: "无" } => AskToConfirm(State),
        _ => Retry("请发一张截图，没有就回复“无”。"),
    };

    public async Task<Next> Confirm(bool yes, CancellationToken cancellationToken) =>
        yes ? Done($"已提交 {await tracker.CreateAsync(State, cancellationToken)}") : Done("没有提交。");

    private Next AskToConfirm(Draft draft) =>
        Ask(Confirm, $"提交「{draft.Title}」，{draft.Severity} 级{(draft.Picture is null ? "" : "，附截图")}？(是/否)", draft);
}

/// <summary>Where issues go. A real one would call Jira.</summary>
internal sealed class IssueTracker
{
    private int _last;

    public Task<string> CreateAsync(BugReport.Draft draft, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult($"CRM-{Interlocked.Increment(ref _last)}");
    }
}
