namespace Hongyan.Server.Push;

/// <summary>Who gets a push: members, departments and tags together, or followers, or one group.</summary>
internal sealed record PushTarget
{
    /// <summary>Everybody, as the platform writes it.</summary>
    public const string Everyone = "@all";

    /// <summary>User ids of members.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Numbers of departments.</summary>
    public IReadOnlyList<int> Parties { get; init; } = [];

    /// <summary>Numbers of tags.</summary>
    public IReadOnlyList<int> Tags { get; init; } = [];

    /// <summary>Open ids of followers.</summary>
    public IReadOnlyList<string> OpenIds { get; init; } = [];

    /// <summary>The name of a group robot; null where none is meant.</summary>
    public string? Robot { get; init; }

    /// <summary>Whether members, departments or tags are named.</summary>
    public bool NamesMembers => Members.Count + Parties.Count + Tags.Count > 0;

    /// <summary>In how many of the three ways people are named.</summary>
    public int Ways => (NamesMembers ? 1 : 0) + (OpenIds.Count > 0 ? 1 : 0) + (Robot is null ? 0 : 1);

    /// <summary>Each of them as the keys' <c>Targets</c> write them, such as <c>party:2</c>.</summary>
    public IEnumerable<string> All =>
    [
        .. Members.Select(id => $"user:{id}"), .. Parties.Select(id => $"party:{id}"), .. Tags.Select(id => $"tag:{id}"),
        .. OpenIds.Select(id => $"openid:{id}"), .. Robot is null ? Array.Empty<string>() : [$"robot:{Robot}"],
    ];
}
