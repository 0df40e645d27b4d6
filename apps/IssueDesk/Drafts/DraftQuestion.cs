namespace Hongyan.IssueDesk.Drafts;

/// <summary>What the next text of the person answers, beside the question whether to submit.</summary>
internal enum DraftQuestion
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>How the report should read (修改).</summary>
    NewText = 1,

    /// <summary>Whether another report takes this one's place (替换/保留).</summary>
    Replace = 2,

    /// <summary>A field that the tracker requires.</summary>
    Field = 3,
}
