namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A QR code with a scene (带参数的二维码).</summary>
/// <param name="Ticket">What its picture is fetched with; events bring it.</param>
/// <param name="Account">The account that it leads to.</param>
/// <param name="Scene">What comes with the event.</param>
/// <param name="Url">What the picture says.</param>
/// <param name="ExpiresAt">When it ceases to work; null: it is permanent.</param>
public sealed record SceneCode(string Ticket, string Account, string Scene, string Url, DateTimeOffset? ExpiresAt);
