using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The draft box (草稿箱) of each account.</summary>
internal sealed class Drafts(SimulatedClock clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Draft>> _ofAccounts = [];

    /// <summary>What lies in the box, changed last first.</summary>
    public IReadOnlyList<Draft> Of(Account account)
    {
        lock (_lock)
            return [.. ListOf(account).Where(each => each.IsInBox).Reverse().OrderByDescending(each => each.UpdatedAt)];
    }

    /// <summary>The draft or the uploaded news of this id, or null.</summary>
    public Draft? Find(Account account, string mediaId)
    {
        lock (_lock)
            return ListOf(account).FirstOrDefault(each => each.MediaId == mediaId);
    }

    /// <summary>The draft of this id in the box, or null.</summary>
    public Draft? FindInBox(Account account, string mediaId) => Find(account, mediaId) is { IsInBox: true } draft ? draft : null;

    /// <summary>Keeps articles.</summary>
    public Draft Add(Account account, IReadOnlyList<DraftArticle> articles, bool isInBox = true)
    {
        var draft = new Draft(Invented.MediaId(), articles, clock.Now, clock.Now) { IsInBox = isInBox };
        lock (_lock)
            ListOf(account).Add(draft);
        return draft;
    }

    /// <summary>Replaces one of the articles; false when there is no such draft or article.</summary>
    public bool Update(Account account, string mediaId, long index, DraftArticle article)
    {
        lock (_lock)
        {
            var list = ListOf(account);
            var at = list.FindIndex(each => each.MediaId == mediaId && each.IsInBox);
            if (at < 0 || index < 0 || index >= list[at].Articles.Count)
                return false;
            list[at] = list[at] with
            {
                Articles = [.. list[at].Articles.Select((each, position) => position == index ? article : each)], UpdatedAt = clock.Now,
            };
            return true;
        }
    }

    /// <summary>Takes a draft out of the box: it was deleted, sent or published. False when there is none.</summary>
    public bool Remove(Account account, string mediaId)
    {
        lock (_lock)
            return ListOf(account).RemoveAll(each => each.MediaId == mediaId && each.IsInBox) > 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _ofAccounts.Clear();
    }

    private List<Draft> ListOf(Account account)
    {
        if (!_ofAccounts.TryGetValue(account.Name, out var list))
            _ofAccounts.Add(account.Name, list = []);
        return list;
    }
}
