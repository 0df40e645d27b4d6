using System.Globalization;
using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Every article that has a page of its own.</summary>
internal sealed class ArticleBook(SimulatedClock clock)
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int IdLength = 22;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PublicArticle> _articles = [];

    /// <summary>The path of an article's page.</summary>
    public static string PathOf(string id) => "/s/" + id;

    /// <summary>The path of the page that shows an article of a draft.</summary>
    public static string PreviewPath(string mediaId, int index) => string.Create(CultureInfo.InvariantCulture, $"/s/preview/{mediaId}/{index}");

    /// <summary>Gives articles their pages.</summary>
    public IReadOnlyList<PublicArticle> Publish(Account account, IReadOnlyList<DraftArticle> articles)
    {
        lock (_lock)
        {
            return
            [
                .. articles.Select((article, index) =>
                {
                    var published = new PublicArticle(RandomNumberGenerator.GetString(IdCharacters, IdLength), account.Name, index + 1, article, clock.Now);
                    _articles.Add(published.Id, published);
                    return published;
                }),
            ];
        }
    }

    /// <summary>The article, or null.</summary>
    public PublicArticle? Find(string id)
    {
        lock (_lock)
            return _articles.GetValueOrDefault(id);
    }

    /// <summary>The articles as they are now.</summary>
    public IReadOnlyList<PublicArticle> Read(IEnumerable<string> ids)
    {
        lock (_lock)
            return [.. ids.Select(id => _articles[id])];
    }

    /// <summary>Takes an article's page away.</summary>
    public void Delete(string id)
    {
        lock (_lock)
            _articles[id] = _articles[id] with { IsDeleted = true };
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _articles.Clear();
    }
}
