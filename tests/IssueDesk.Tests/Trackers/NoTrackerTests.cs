using Hongyan.IssueDesk.Trackers;

namespace Hongyan.IssueDesk.Tests.Trackers;

public class NoTrackerTests
{
    private readonly NoTracker _tracker = new();

    [Fact]
    public async Task CreateAsync_Always_TakesNothingSoThatTheDraftWaits()
    {
        var issue = new NewIssue { Project = "CRM", IssueType = "Bug", Title = "t", Description = "d", Labels = [], Marker = "wxbot-1", ReporterName = "张三" };

        Assert.Contains("No tracker is set up yet", Assert.IsType<CreateResult.NotTaken>(await _tracker.CreateAsync(issue, TestContext.Current.CancellationToken)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_Always_IsNone()
    {
        Assert.Empty(await _tracker.FindSimilarAsync("CRM", "t", TestContext.Current.CancellationToken));
        Assert.Empty(await _tracker.GetRequiredFieldsAsync("CRM", "Bug", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FindAsync_Always_SaysThatItMayWorkLater() =>
        Assert.True((await Assert.ThrowsAsync<TrackerException>(() => _tracker.FindAsync("CRM-1", TestContext.Current.CancellationToken))).IsPassing);
}
