namespace Hongyan.Simulator.Control;

/// <summary>How a customer and a member get in touch.</summary>
public sealed record NewFollow
{
    /// <summary>state of the contact way (联系我); at most 30 characters.</summary>
    public string State { get; init; } = "";

    /// <summary>True: the member has not added the customer yet (add_half_external_contact).</summary>
    public bool IsHalf { get; init; }
}
