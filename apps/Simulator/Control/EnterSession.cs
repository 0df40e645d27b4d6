namespace Hongyan.Simulator.Control;

/// <summary>How a customer comes to an account.</summary>
/// <param name="Scene">scene of the link.</param>
/// <param name="SceneParameter">scene_param of the link, at most 128 bytes.</param>
public sealed record EnterSession(string? Scene = null, string? SceneParameter = null);
