namespace Hongyan.Simulator.Control;

/// <summary>A robot that is added to a group.</summary>
public sealed record NewRobot
{
    /// <summary>Name of the robot: letters, digits, - and _.</summary>
    public required string Name { get; init; }

    /// <summary>As people see it; the name where it is left out.</summary>
    public string? DisplayName { get; init; }
}
