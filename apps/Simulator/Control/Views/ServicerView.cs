namespace Hongyan.Simulator.Control;

/// <summary>A member who serves an account.</summary>
/// <param name="UserId">UserID.</param>
/// <param name="Name">姓名.</param>
/// <param name="IsReceiving">Whether the member takes customers now.</param>
public sealed record ServicerView(string UserId, string Name, bool IsReceiving);
