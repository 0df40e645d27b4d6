using System.Globalization;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The mass sends of each account. A send ends some time after the call: then the followers have it, and the bot is told how many.</summary>
internal sealed class MassJobs(
    Followers followers, MassQuotas quotas, ArticleBook articles, Drafts drafts, ConversationLog chats, JobSettingsBook settings, LaterWork later,
    DeliveryEngine engine, SimulatorAddress address, SimulatedWorld world, SimulatedClock clock)
{
    private const long FirstMsgId = 1_000_000_000;
    private const long FirstDataId = 2_247_483_648;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<MassJob>> _ofAccounts = [];
    private readonly Dictionary<(string Account, string MediaId), IReadOnlyList<string>> _pages = [];
    private long _count;

    /// <summary>All of an account, the newest first.</summary>
    public IReadOnlyList<MassJob> Of(Account account)
    {
        lock (_lock)
            return [.. ListOf(account).AsEnumerable().Reverse()];
    }

    /// <summary>The one of this msg_id, or null.</summary>
    public MassJob? Find(Account account, long msgId) => Of(account).FirstOrDefault(each => each.MsgId == msgId);

    /// <summary>The one of the last 24 hours with this clientmsgid, or null.</summary>
    public MassJob? FindSame(Account account, string clientMsgId) =>
        Of(account).FirstOrDefault(each => each.ClientMsgId == clientMsgId && clock.Now - each.SubmittedAt < Remembered);

    /// <summary>Whether a send was asked for less than so long ago.</summary>
    public bool IsTooFast(MassJob job, TimeSpan shortest) => clock.Now - job.SubmittedAt < shortest;

    /// <summary>Begins a send.</summary>
    public MassJob Submit(Account account, MassContent content, IReadOnlyList<string> audience, bool isToAll, string clientMsgId)
    {
        var number = Interlocked.Increment(ref _count);
        var job = new MassJob
        {
            MsgId = FirstMsgId + number,
            DataId = content.News is null ? 0 : FirstDataId + number,
            ClientMsgId = clientMsgId,
            Type = content.Type,
            SubmittedAt = clock.Now,
            IsToAll = isToAll,
            TotalCount = audience.Count,
        };
        lock (_lock)
            ListOf(account).Add(job);
        later.After(TimeSpan.FromSeconds(settings.Of(account).Seconds), () => Finish(account.Name, job, content, audience));
        return job;
    }

    /// <summary>What one follower gets, now or in a preview.</summary>
    public IReadOnlyList<ActiveMessage> Messages(Account account, MassContent content, long msgId) =>
        content.News is { } news
            ? [ShowNews(news, content, [.. PagesOf(account, news).Select(each => address.Of(each.Path))], msgId)]
            : [.. content.Messages.Select(each => each with { MsgId = msgId.ToString(CultureInfo.InvariantCulture) })];

    /// <summary>A preview of articles: they have no pages yet, only those of the draft.</summary>
    public IReadOnlyList<ActiveMessage> Preview(MassContent content) =>
        content.News is { } news
            ? [ShowNews(news, content, [.. news.Articles.Select((_, index) => address.Of(ArticleBook.PreviewPath(news.MediaId, index)))], 0)]
            : content.Messages;

    /// <summary>Puts messages into a follower's chat.</summary>
    public void Deliver(Account account, Follower follower, IReadOnlyList<ActiveMessage> messages)
    {
        foreach (var message in messages)
            chats.Add(new() { Id = chats.NextId(), App = account.Name, Member = follower.OpenId, Time = clock.Now, Active = message });
    }

    /// <summary>A number for a preview.</summary>
    public long NextId() => FirstMsgId + Interlocked.Increment(ref _count);

    /// <summary>Takes the page of an article away, or all with 0; false when there is none of this number.</summary>
    public bool Delete(Account account, MassJob job, long index)
    {
        if (index < 0 || index > Math.Max(1, job.Articles.Count))
            return false;
        foreach (var article in articles.Read(job.Articles).Where(each => index == 0 || each.Index == index))
            articles.Delete(article.Id);
        if (articles.Read(job.Articles).All(each => each.IsDeleted))
            Save(account, job with { State = "DELETE" });
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _ofAccounts.Clear();
            _pages.Clear();
        }
    }

    private void Finish(string name, MassJob job, MassContent content, IReadOnlyList<string> audience)
    {
        var account = world.FindAccount(name)!;
        var status = settings.Of(account).MassStatus;
        if (status != "send success")
        {
            var failed = job with { State = "SEND_FAIL", Status = status };
            Save(account, failed);
            engine.Send(JobEvents.Of(account, failed, []));
            return;
        }

        var left = audience.Select(openId => followers.Find(account, openId)).OfType<Follower>()
            .Where(each => each is { AcceptsMessages: true, IsBlocked: false } && quotas.MayReceive(account, each)).ToList();
        var reached = left.Where(each => each.IsFollowing).ToList();
        var finished = job with
        {
            State = "SEND_SUCCESS",
            Status = status,
            FilterCount = left.Count,
            SentCount = reached.Count,
            ErrorCount = left.Count - reached.Count,
            Articles = content.News is { } news ? [.. PagesOf(account, news).Select(each => each.Id)] : [],
        };
        var messages = Messages(account, content, job.MsgId);
        foreach (var follower in reached)
        {
            quotas.Receive(account, follower);
            Deliver(account, follower, messages);
        }
        Save(account, finished);
        // A draft that was sent lies in the box no longer.
        if (content.News is { IsInBox: true } draft)
            drafts.Remove(account, draft.MediaId);
        engine.Send(JobEvents.Of(account, finished, [.. articles.Read(finished.Articles).Select(each => (each.Index, address.Of(each.Path)))]));
    }

    private static ActiveMessage ShowNews(Draft news, MassContent content, IReadOnlyList<string> urls, long msgId) => new()
    {
        MsgId = msgId.ToString(CultureInfo.InvariantCulture),
        CallId = content.CallId,
        Type = content.Type,
        Articles = [.. news.Articles.Select((article, index) => new Article(article.Title, article.Digest, "", urls[index]) { ThumbMediaId = article.ThumbMediaId })],
    };

    // The same material has the same pages however often it is sent.
    private IReadOnlyList<PublicArticle> PagesOf(Account account, Draft news)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue((account.Name, news.MediaId), out var ids))
                _pages.Add((account.Name, news.MediaId), ids = [.. articles.Publish(account, news.Articles).Select(each => each.Id)]);
            return articles.Read(ids);
        }
    }

    private void Save(Account account, MassJob changed)
    {
        lock (_lock)
        {
            var list = ListOf(account);
            list[list.FindIndex(each => each.MsgId == changed.MsgId)] = changed;
        }
    }

    private List<MassJob> ListOf(Account account)
    {
        if (!_ofAccounts.TryGetValue(account.Name, out var list))
            _ofAccounts.Add(account.Name, list = []);
        return list;
    }
}
