namespace Hongyan.IssueDesk.Drafts;

/// <summary>Where an attachment is.</summary>
internal enum AttachmentState
{
    /// <summary>At the platform.</summary>
    Pending = 0,

    /// <summary>At the issue.</summary>
    Uploaded = 1,

    /// <summary>Lost; the issue and its reporter say so.</summary>
    Failed = 2,
}
