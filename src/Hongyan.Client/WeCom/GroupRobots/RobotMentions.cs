namespace Hongyan.WeCom;

/// <summary>Who is mentioned (@) by a text of a group robot; <c>@all</c> is everybody.</summary>
public sealed record RobotMentions
{
    /// <summary>Everybody in the group.</summary>
    public static RobotMentions Everybody { get; } = new() { UserIds = ["@all"] };

    /// <summary>User ids of members.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Mobile numbers of members, for who does not know their user ids.</summary>
    public IReadOnlyList<string> MobileNumbers { get; init; } = [];
}
