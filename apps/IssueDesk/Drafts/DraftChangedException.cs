namespace Hongyan.IssueDesk.Drafts;

/// <summary>Somebody else changed the draft meanwhile; nothing was written.</summary>
internal sealed class DraftChangedException(long draft) : HongyanException($"Draft {draft} was changed by somebody else meanwhile.");
