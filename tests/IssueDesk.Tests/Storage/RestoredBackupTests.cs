using System.Runtime.CompilerServices;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.IssueDesk.Trackers;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Tests.Storage;

/// <summary>A backup in which something waits for the tracker, which has done it since (deploy/restored.sql). The demo tracker's own tables are what has gone on.</summary>
public sealed class RestoredBackupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_DraftThatBecameAnIssueSince_IsThatIssueAndNotAnother()
    {
        using var folder = new DeskFolder();
        await ReportAsync(folder);
        await RestoreAsync(folder, desk => desk.Drafts.ExecuteUpdate(drafts => drafts
            .SetProperty(draft => draft.Status, DraftStatus.Submitting).SetProperty(draft => draft.PostedAt, (DateTimeOffset?)null).SetProperty(draft => draft.IssueKey, (string?)null)));

        await using var again = await Desk.StartOnAsync(folder);
        await again.SearchAsync();

        Assert.Contains("CRM-1", (await again.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(("CRM-1", DraftStatus.Created), (Assert.Single(again.Drafts()).IssueKey, again.Drafts()[0].Status));
        Assert.Equal(1, again.CountDemoIssues());
    }

    [Theory]
    [InlineData(ErrandKind.Comment)]
    [InlineData(ErrandKind.TakeBack)]
    public async Task Restore_ErrandThatMayHaveBeenDone_IsNotDoneAgainAndThePersonHears(object kind)
    {
        using var folder = new DeskFolder();
        await ReportAsync(folder);
        await RestoreAsync(folder, desk =>
        {
            desk.Errands.Add(new Errand { Account = "issuedesk", Person = "zhangsan", Kind = (ErrandKind)kind, IssueKey = "CRM-1", Text = "补充一句" });
            desk.SaveChanges();
        });

        await using var again = await Desk.StartOnAsync(folder);

        Assert.Contains("不知道你对 CRM-1 的补充或撤销做了没有", (await again.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        using var desk = again.Store.OpenReader();
        Assert.Empty(desk.DemoComments);
        Assert.Equal("Open", Assert.Single(desk.DemoIssues).State);
        Assert.True(Assert.Single(desk.Errands).IsDone);
    }

    private static async Task ReportAsync(DeskFolder folder)
    {
        await using var desk = await Desk.StartOnAsync(folder);
        await desk.Zhangsan.SaysAsync("登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await desk.Zhangsan.ReceivesAsync();
        await Desk.UntilAsync(() => desk.Drafts()[0].Status == DraftStatus.Created);
    }

    /// <summary>Makes the database what it was, and does what docs/guides/backup.md says.</summary>
    private static async Task RestoreAsync(DeskFolder folder, Action<IssueDesk.Storage.IssueDeskContext> makeOld)
    {
        await using var desk = folder.OpenDesk();
        makeOld(desk);
        await desk.Database.ExecuteSqlRawAsync(await File.ReadAllTextAsync(Script(), Cancelled), Cancelled);
    }

    private static string Script([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../deploy/restored.sql"));
}
