namespace Hongyan.Simulator.Control;

/// <summary>Somebody to be added around a 公众号.</summary>
/// <param name="Name">昵称, 1 to 32 characters.</param>
public sealed record NewPerson(string Name);
