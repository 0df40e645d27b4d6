namespace Hongyan.WeCom;

/// <summary>Those of the customers asked for that there are.</summary>
public sealed record ServiceCustomers
{
    /// <summary>The customers.</summary>
    public IReadOnlyList<ServiceCustomer> Customers { get; init => field = value ?? []; } = [];

    /// <summary>Ids that are not of a customer of this corp.</summary>
    public IReadOnlyList<string> InvalidExternalUserIds { get; init => field = value ?? []; } = [];
}
