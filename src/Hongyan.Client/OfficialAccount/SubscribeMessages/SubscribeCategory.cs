namespace Hongyan.OfficialAccount;

/// <summary>A category (类目) of the account, whose titles it may use.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record SubscribeCategory(int Id, string Name);
