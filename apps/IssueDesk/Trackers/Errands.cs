using Hongyan.IssueDesk.Storage;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Notes errands down, for the tracker's worker.</summary>
internal sealed class Errands(IDeskStore store, DeskSignals signals, TimeProvider time)
{
    /// <summary>Notes one down when the message is committed.</summary>
    public void Add(BotContext context, Errand errand)
    {
        errand.NotBefore = time.GetUtcNow();
        context.OnCommit(db => store.Write(db, desk =>
        {
            errand.Cause = db.Cause;
            desk.Errands.Add(errand);
            signals.Tracker.Set();
        }));
    }
}
