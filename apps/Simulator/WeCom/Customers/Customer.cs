namespace Hongyan.Simulator.WeCom;

/// <summary>Somebody in WeChat whom the company knows (客户, 外部联系人).</summary>
public sealed record Customer
{
    /// <summary>external_userid.</summary>
    public required string ExternalUserId { get; init; }

    /// <summary>The nickname in WeChat.</summary>
    public required string Name { get; init; }

    /// <summary>0 unknown, 1 male, 2 female.</summary>
    public int Gender { get; init; }

    /// <summary>unionid.</summary>
    public string UnionId { get; init; } = "";

    /// <summary>Whether the customer takes no more messages of the customer service (拒收).</summary>
    public bool RefusesService { get; init; }
}
