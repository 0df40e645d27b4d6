using System.Security.Cryptography;
using System.Text;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The people around each 公众号: three who follow it, and two who do not yet.</summary>
public sealed class Followers(LiveFeed feed, SimulatedClock clock)
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int IdLength = 28;
    private const int MaxRecords = 100_000;

    private static readonly (string OpenId, string Name, bool IsFollowing)[] Samples =
    [
        ("oK7d2w3JmXcQ9fR-uYtB5nHs8LgE", "林小满", true),
        ("oK7d2w0ZvPa4TqWb_k6GxCi1RyDo", "周然", true),
        ("oK7d2wU8eNjM2hSzFl3AoVp7QbKw", "吴桐", true),
        ("oK7d2w5CrIy9XtDgO-n0LmEuZ6Js", "孙悦", false),
        ("oK7d2wHq1BfWvT4pSa8YkMxR_cGe", "郑好", false),
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Follower>> _people = [];
    private readonly Queue<FollowRecord> _records = [];

    /// <summary>Everybody around an account, in the order of the list.</summary>
    public IReadOnlyList<Follower> Of(Account account)
    {
        lock (_lock)
            return [.. PeopleOf(account)];
    }

    /// <summary>Those who follow it, in the order in which they began to.</summary>
    public IReadOnlyList<Follower> FollowingOf(Account account) => [.. Of(account).Where(each => each.IsFollowing).OrderBy(each => each.FollowedAt)];

    /// <summary>The person of this OpenID, or null.</summary>
    public Follower? Find(Account account, string openId) => Of(account).FirstOrDefault(each => each.OpenId == openId);

    /// <summary>A person's place in the list, from 1.</summary>
    public int NumberOf(Account account, Follower follower) => Of(account).TakeWhile(each => each.OpenId != follower.OpenId).Count() + 1;

    /// <summary>Somebody who does not follow the account yet.</summary>
    public Follower Add(Account account, string name)
    {
        var added = new Follower { OpenId = "o" + RandomNumberGenerator.GetString(IdCharacters, IdLength - 1), Name = name };
        lock (_lock)
            PeopleOf(account).Add(added);
        feed.Publish(new FollowerChange(account.Name, added));
        return added;
    }

    /// <summary>Changes what the account knows of a person.</summary>
    public Follower Change(Account account, string openId, Func<Follower, Follower> change)
    {
        lock (_lock)
            return Save(account, change(PeopleOf(account).First(each => each.OpenId == openId)));
    }

    /// <summary>Who began or ceased to follow the account, and when.</summary>
    public IReadOnlyList<FollowRecord> RecordsOf(Account account)
    {
        lock (_lock)
            return [.. _records.Where(each => each.Account == account.Name)];
    }

    /// <summary>关注.</summary>
    /// <param name="account">What is followed.</param>
    /// <param name="follower">By whom.</param>
    /// <param name="qrScene">The scene of the QR code that was scanned; null: found by searching.</param>
    public Follower Follow(Account account, Follower follower, string? qrScene)
    {
        var scene = qrScene is null ? "ADD_SCENE_SEARCH" : "ADD_SCENE_QR_CODE";
        Record(new(account.Name, clock.Now, HasFollowed: true, scene));
        return Change(account, follower.OpenId, each => each with { IsFollowing = true, FollowedAt = clock.Now, Scene = scene, QrScene = qrScene ?? "" });
    }

    /// <summary>取消关注. The tags are gone with it.</summary>
    public Follower Unfollow(Account account, Follower follower)
    {
        Record(new(account.Name, clock.Now, HasFollowed: false, follower.Scene));
        return Change(account, follower.OpenId, each => each with { IsFollowing = false, TagIds = [] });
    }

    /// <summary>Back to the people at the start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _people.Clear();
            _records.Clear();
        }
    }

    private void Record(FollowRecord record)
    {
        lock (_lock)
        {
            _records.Enqueue(record);
            if (_records.Count > MaxRecords)
                _records.Dequeue();
        }
    }

    private Follower Save(Account account, Follower changed)
    {
        lock (_lock)
        {
            var people = PeopleOf(account);
            people[people.FindIndex(each => each.OpenId == changed.OpenId)] = changed;
        }
        feed.Publish(new FollowerChange(account.Name, changed));
        return changed;
    }

    private List<Follower> PeopleOf(Account account)
    {
        if (!_people.TryGetValue(account.Name, out var people))
        {
            people = [.. Samples.Select((sample, index) => new Follower
            {
                OpenId = account.Name == SampleAccounts.Oa.Name ? sample.OpenId : DeriveOpenId(account, sample.OpenId),
                Name = sample.Name,
                IsFollowing = sample.IsFollowing,
                // A day apart, so that their order is theirs.
                FollowedAt = sample.IsFollowing ? clock.Now.AddDays(index - Samples.Length) : null,
            })];
            _people.Add(account.Name, people);
        }
        return people;
    }

    // The same person has another OpenID at every account, and the same one at each start.
    private static string DeriveOpenId(Account account, string openId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(account.Name + openId));
        return "o" + string.Concat(hash.Take(IdLength - 1).Select(part => IdCharacters[part % IdCharacters.Length]));
    }
}
