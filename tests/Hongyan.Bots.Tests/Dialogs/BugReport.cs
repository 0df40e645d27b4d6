using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Bots.Tests.Dialogs;

/// <summary>The dialog of the documents, with a picture at its end.</summary>
public sealed class BugReport(TimeProvider time, [FromKeyedServices("created")] List<string> created) : Dialog<BugReport.Draft>
{
    public sealed record Draft
    {
        public string Title { get; init; } = "";

        public int Severity { get; init; }
    }

    public override Next Start() => Ask(Title, "标题是什么？");

    public Next Title(string answer) => Ask(Severity, "级别？(1-3)", State with { Title = answer });

    public Next Severity(int answer) => answer is < 1 or > 3
        ? Retry("只能是 1、2、3。")
        : Ask(Picture, "请发一张截图。", State with { Severity = answer });

    public ValueTask<Next> Picture(ImageMessage picture) => new(Ask(Confirm, $"提交「{State.Title}」和 {picture.MediaId}？(是/否)"));

    public async Task<Next> Confirm(bool yes, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (!yes)
            return Done("不提交了。");
        created.Add($"{State.Title}/{State.Severity}");
        return Done($"已提交 CRM-{created.Count}，{time.GetUtcNow():yyyy}");
    }
}
