namespace Hongyan.OfficialAccount;

/// <summary>A field that a template with a title can have (关键词).</summary>
/// <param name="Id">Its number (kid).</param>
/// <param name="Name">What stands before the value.</param>
/// <param name="Example">A value.</param>
/// <param name="Rule">Its type: thing, time, number, phrase …</param>
public sealed record SubscribeKeyword(int Id, string Name, string Example, string Rule);
