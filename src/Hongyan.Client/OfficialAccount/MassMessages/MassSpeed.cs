namespace Hongyan.OfficialAccount;

/// <summary>How fast mass messages go out.</summary>
/// <param name="Level">0, the fastest, to 4.</param>
/// <param name="TenThousandsPerMinute">The messages of a minute, in ten thousands (realspeed).</param>
public sealed record MassSpeed(int Level, int TenThousandsPerMinute);
