using System.Text;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The tags of each 公众号, and who has them.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html.</remarks>
public sealed class AccountTags(Followers followers)
{
    /// <summary>So many tags an account may have.</summary>
    public const int MaxTags = 100;

    /// <summary>So many tags a person may have.</summary>
    public const int MaxOfOne = 20;

    /// <summary>So many people a call may tag.</summary>
    public const int MaxAtOnce = 50;

    private const int MaxNameBytes = 30;
    private const int MaxDeletable = 100_000;
    private const int FirstId = 100;
    private const int LastSystemId = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<AccountTag>> _tags = [];
    private int _lastId = FirstId - 1;

    /// <summary>All tags, the platform's own 星标组 first.</summary>
    public IReadOnlyList<AccountTag> Of(Account account)
    {
        lock (_lock)
            return [.. TagsOf(account)];
    }

    /// <summary>Who has a tag, in the order in which they follow.</summary>
    public IReadOnlyList<Follower> MembersOf(Account account, int tagId) => [.. followers.FollowingOf(account).Where(each => each.TagIds.Contains(tagId))];

    /// <summary>The tag of this number, or null.</summary>
    public AccountTag? Find(Account account, long id) => Of(account).FirstOrDefault(each => each.Id == id);

    /// <summary>A new tag.</summary>
    internal (AccountTag? Tag, ApiError? Error) Create(Account account, string? name)
    {
        lock (_lock)
        {
            var tags = TagsOf(account);
            if (FindNameProblem(tags, name, ofId: null) is { } problem)
                return (null, problem);
            if (tags.Count(each => each.Id >= FirstId) >= MaxTags)
                return (null, OfficialAccountErrors.TooManyTags);
            var created = new AccountTag(++_lastId, name!);
            tags.Add(created);
            return (created, null);
        }
    }

    /// <summary>Another name; null when that was possible.</summary>
    internal ApiError? Rename(Account account, long id, string? name)
    {
        lock (_lock)
        {
            var tags = TagsOf(account);
            if (FindIdProblem(tags, id) is { } unknown)
                return unknown;
            if (FindNameProblem(tags, name, id) is { } problem)
                return problem;
            var index = tags.FindIndex(each => each.Id == id);
            tags[index] = tags[index] with { Name = name! };
            return null;
        }
    }

    /// <summary>Takes a tag away, from everybody; null when that was possible.</summary>
    internal ApiError? Delete(Account account, long id)
    {
        lock (_lock)
        {
            var tags = TagsOf(account);
            if (FindIdProblem(tags, id) is { } unknown)
                return unknown;
            if (MembersOf(account, (int)id).Count > MaxDeletable)
                return OfficialAccountErrors.TagTooLarge;
            tags.RemoveAll(each => each.Id == id);
        }
        foreach (var member in followers.Of(account).Where(each => each.TagIds.Contains((int)id)))
            followers.Change(account, member.OpenId, each => each with { TagIds = [.. each.TagIds.Where(tag => tag != id)] });
        return null;
    }

    /// <summary>Gives a tag to people, or takes it: all of them, or none where one is wrong. Null when that was possible.</summary>
    internal ApiError? Mark(Account account, long id, IReadOnlyList<string>? openIds, bool has)
    {
        if (openIds is not { Count: > 0 })
            return OfficialAccountErrors.OpenIdList;
        if (openIds.Count > MaxAtOnce)
            return OfficialAccountErrors.OpenIdListSize;
        if (Find(account, id) is null)
            return OfficialAccountErrors.TagId;
        var people = openIds.Distinct().Select(openId => followers.Find(account, openId)).ToList();
        if (people.Any(each => each is null))
            return OfficialAccountErrors.OpenId;
        if (people.Any(each => !each!.IsFollowing))
            return OfficialAccountErrors.ForeignOpenId;
        if (has && people.Any(each => !each!.TagIds.Contains((int)id) && each.TagIds.Count >= MaxOfOne))
            return OfficialAccountErrors.TooManyTagsOfOne;
        foreach (var person in people)
            followers.Change(account, person!.OpenId, each => each with { TagIds = [.. each.TagIds.Where(tag => tag != id), .. has ? [(int)id] : Array.Empty<int>()] });
        return null;
    }

    /// <summary>Back to the tags at the start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _tags.Clear();
            _lastId = FirstId - 1;
        }
    }

    private static ApiError? FindIdProblem(List<AccountTag> tags, long id) =>
        id is >= 0 and <= LastSystemId ? OfficialAccountErrors.SystemTag
        : tags.Any(each => each.Id == id) ? null
        : OfficialAccountErrors.TagId;

    private static ApiError? FindNameProblem(List<AccountTag> tags, string? name, long? ofId) =>
        string.IsNullOrWhiteSpace(name) || tags.Any(each => each.Name == name && each.Id != ofId) ? OfficialAccountErrors.TagName
        : Encoding.UTF8.GetByteCount(name) > MaxNameBytes ? OfficialAccountErrors.TagNameSize
        : null;

    private List<AccountTag> TagsOf(Account account)
    {
        if (!_tags.TryGetValue(account.Name, out var tags))
            _tags.Add(account.Name, tags = [new(LastSystemId, "星标组")]);
        return tags;
    }
}
