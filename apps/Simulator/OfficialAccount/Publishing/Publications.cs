using System.Globalization;
using System.Security.Cryptography;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What each account published, and what is being published: it ends later, and the bot is told.</summary>
internal sealed class Publications(
    Drafts drafts, ArticleBook articles, JobSettingsBook settings, LaterWork later, DeliveryEngine engine, SimulatorAddress address, SimulatedWorld world,
    SimulatedClock clock)
{
    private const int ArticleIdLength = 48;
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const long FirstId = 2247483648;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Publication>> _ofAccounts = [];
    private long _lastId = FirstId;

    /// <summary>All of an account, the newest first.</summary>
    public IReadOnlyList<Publication> Of(Account account)
    {
        lock (_lock)
            return [.. ListOf(account).AsEnumerable().Reverse()];
    }

    /// <summary>The one of this publish_id, or null.</summary>
    public Publication? Find(Account account, string publishId) => Of(account).FirstOrDefault(each => each.PublishId == publishId);

    /// <summary>The one of this article_id, or null.</summary>
    public Publication? FindArticle(Account account, string articleId) =>
        articleId.Length == 0 ? null : Of(account).FirstOrDefault(each => each.ArticleId == articleId);

    /// <summary>Begins to publish a draft.</summary>
    public Publication Submit(Account account, Draft draft)
    {
        var id = Interlocked.Increment(ref _lastId);
        var publication = new Publication(id.ToString(CultureInfo.InvariantCulture), id, draft.MediaId, clock.Now);
        lock (_lock)
            ListOf(account).Add(publication);
        later.After(TimeSpan.FromSeconds(settings.Of(account).Seconds), () => Finish(account.Name, publication, draft));
        return publication;
    }

    /// <summary>Takes an article away, or all with 0; false when there is none of this number.</summary>
    public bool Delete(Account account, Publication publication, long index)
    {
        var published = articles.Read(publication.Articles);
        if (index < 0 || index > published.Count)
            return false;
        foreach (var article in published.Where(each => index == 0 || each.Index == index))
            articles.Delete(article.Id);
        if (articles.Read(publication.Articles).All(each => each.IsDeleted))
            Save(account, publication with { Status = Publication.Deleted, UpdatedAt = clock.Now });
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _ofAccounts.Clear();
    }

    private void Finish(string name, Publication publication, Draft draft)
    {
        var account = world.FindAccount(name)!;
        var status = settings.Of(account).PublishStatus;
        // What was deleted meanwhile cannot be published any more.
        var isThere = drafts.FindInBox(account, draft.MediaId) is not null;
        var finished = publication with { Status = isThere ? status : 3, UpdatedAt = clock.Now };
        IReadOnlyList<PublicArticle> published = [];
        if (finished.Status == Publication.Published)
        {
            published = articles.Publish(account, draft.Articles);
            finished = finished with
            {
                ArticleId = RandomNumberGenerator.GetString(IdCharacters, ArticleIdLength), Articles = [.. published.Select(each => each.Id)],
            };
            drafts.Remove(account, draft.MediaId);
        }
        Save(account, finished);
        engine.Send(JobEvents.Of(account, finished, [.. published.Select(each => (each.Index, address.Of(each.Path)))]));
    }

    private void Save(Account account, Publication changed)
    {
        lock (_lock)
        {
            var list = ListOf(account);
            list[list.FindIndex(each => each.PublishId == changed.PublishId)] = changed;
        }
    }

    private List<Publication> ListOf(Account account)
    {
        if (!_ofAccounts.TryGetValue(account.Name, out var list))
            _ofAccounts.Add(account.Name, list = []);
        return list;
    }
}
