namespace Hongyan.Simulator.WeCom;

/// <summary>Who signs in to a web page: a member, or somebody from outside.</summary>
/// <param name="UserId">UserID; null for somebody from outside.</param>
public sealed record OAuthPerson(string? UserId)
{
    /// <summary>The word that stands for somebody from outside where a UserID is asked for; no UserID begins with an underscore.</summary>
    public const string VisitorName = "_visitor";

    /// <summary>Somebody from outside (非企业成员).</summary>
    public static OAuthPerson Visitor { get; } = new((string?)null);
}
