using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>What the worker has to do next.</summary>
/// <param name="Draft">The draft; null where none is due.</param>
/// <param name="Searches">How often its issue is looked for before the tracker is asked to create it.</param>
/// <param name="NextAt">When to look again; null: when something is committed.</param>
internal sealed record TakenDraft(Draft? Draft, int Searches, DateTimeOffset? NextAt);
