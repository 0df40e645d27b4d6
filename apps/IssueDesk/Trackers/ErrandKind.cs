namespace Hongyan.IssueDesk.Trackers;

/// <summary>What an errand is about.</summary>
internal enum ErrandKind
{
    /// <summary>A comment on an issue (补充).</summary>
    Comment = 0,

    /// <summary>An issue that its reporter takes back (撤销).</summary>
    TakeBack = 1,
}
