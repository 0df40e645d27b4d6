using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Tests.Drafts;

public class DraftGraphTests
{
    private static readonly DraftStatus[] All = Enum.GetValues<DraftStatus>();

    [Fact]
    public void Created_GoesNowhere() => Assert.DoesNotContain(All, to => DraftGraph.Allows(DraftStatus.Created, to));

    [Fact]
    public void Cancelled_GoesNowhere() => Assert.DoesNotContain(All, to => DraftGraph.Allows(DraftStatus.Cancelled, to));

    [Fact]
    public void Submitting_IsReachedByAConfirmationOrARetryOnly() =>
        Assert.Equal([DraftStatus.Pending, DraftStatus.Queued, DraftStatus.Failed, DraftStatus.Uncertain], All.Where(from => DraftGraph.Allows(from, DraftStatus.Submitting)));

    [Fact]
    public void Created_IsReachedFromTheTrackerOnly() =>
        Assert.Equal([DraftStatus.Submitting, DraftStatus.Uncertain], All.Where(from => DraftGraph.Allows(from, DraftStatus.Created)));

    [Fact]
    public void EveryState_IsReachable() =>
        Assert.All(All.Except([DraftStatus.AwaitingDescription]), to => Assert.Contains(All, from => DraftGraph.Allows(from, to)));
}
