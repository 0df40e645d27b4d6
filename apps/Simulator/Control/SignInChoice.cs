namespace Hongyan.Simulator.Control;

/// <summary>Who signs in, and how.</summary>
/// <param name="UserId">UserID; without it, somebody from outside.</param>
/// <param name="PrivateInformation">Whether the member agreed to tell more (snsapi_privateinfo).</param>
public sealed record SignInChoice(string? UserId = null, bool PrivateInformation = false);
