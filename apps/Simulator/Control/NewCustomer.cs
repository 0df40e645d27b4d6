namespace Hongyan.Simulator.Control;

/// <summary>A customer to add.</summary>
public sealed record NewCustomer
{
    /// <summary>The nickname in WeChat, 1 to 32 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>0 unknown, 1 male, 2 female.</summary>
    public int Gender { get; init; }
}
